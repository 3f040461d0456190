using JoorBus.Persistence.Outbox;
using MassTransit;

namespace JoorBus.Persistence.Consuming;

/// <summary>From MassTransit's send context to bytes at rest.</summary>
internal static class SerializedMessage
{
    public static OutboxMessage From<T>(SendContext<T> context, DateTimeOffset now, TimeSpan lease)
        where T : class
    {
        var address = context.DestinationAddress
            ?? throw new MessageException(typeof(T), "The message has no destination");
        var body = context.Serializer.GetMessageBody(context).GetBytes();
        return new OutboxMessage
        {
            MessageId = context.MessageId!.Value,
            Destination = Addresses.ShortOf(address),
            ContentType = (context.ContentType ?? context.Serialization.DefaultContentType).ToString(),
            Body = body,
            DueAt = now + (context.Delay ?? lease),
            IsDelayed = context.Delay is not null,
        };
    }
}
