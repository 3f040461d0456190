using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Inbox;
using MassTransit;
using MassTransit.Middleware;
using MassTransit.Middleware.Outbox;

namespace JoorBus.Persistence.Consuming;

/// <summary>Collects what a consumer sends and commits it together with the inbox entry.</summary>
internal sealed class UnitOutboxConsumeContext<T>(
    ConsumeContext<T> context,
    OutboxConsumeOptions options,
    IServiceProvider provider,
    UnitOfWork unit,
    ConsumedMessage message,
    ConsumeStages stages) : OutboxConsumeContextProxy<T>(context, options, provider)
    where T : class
{
    private readonly Dictionary<string, int> sent = [];

    public override bool ContinueProcessing { get; set; } = true;

    public override bool IsMessageConsumed => false;

    public override bool IsOutboxDelivered => false;

    public override int ReceiveCount => 1;

    public override long? LastSequenceNumber => null;

    public override async Task SetConsumed()
    {
        await stages.ReachedAsync(ConsumeStage.Consumed).ConfigureAwait(false);
        foreach (var entry in InboxEntry.For(message.MessageId, message.Queue, message.Clock.GetUtcNow()))
        {
            unit.Write(InboxEntry.Insert, entry);
        }

        var outcome = await unit.CommitAsync(CancellationToken).ConfigureAwait(false);
        if (outcome is CommitOutcome.Conflict conflict)
        {
            throw new VersionConflictException(conflict.Statement);
        }

        if (outcome is CommitOutcome.AlreadyConsumed)
        {
            unit.Forget();
        }
    }

    public override Task AddSend<TMessage>(SendContext<TMessage> context)
    {
        var type = context.SupportedMessageTypes.FirstOrDefault() ?? typeof(TMessage).FullName!;
        var ordinal = sent.TryGetValue(type, out var count) ? count : 0;
        sent[type] = ordinal + 1;
        context.MessageId = message.Derive(type, ordinal);
        unit.Send(SerializedMessage.From(context, message.Clock.GetUtcNow(), unit.Lease));
        return Task.CompletedTask;
    }

    // The unit delivers its own messages, so MassTransit's stored-message loop has nothing to do.
    public override Task SetDelivered() => Task.CompletedTask;

    public override Task<List<OutboxMessageContext>> LoadOutboxMessages() => Task.FromResult(new List<OutboxMessageContext>());

    public override Task NotifyOutboxMessageDelivered(OutboxMessageContext message) => Task.CompletedTask;

    public override Task RemoveOutboxMessages() => Task.CompletedTask;
}
