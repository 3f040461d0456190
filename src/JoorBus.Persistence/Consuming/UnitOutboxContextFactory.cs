using JoorBus.Persistence.Committing;
using MassTransit;
using MassTransit.Middleware;
using Microsoft.Extensions.Logging;

namespace JoorBus.Persistence.Consuming;

/// <summary>
/// MassTransit's outbox middleware on a <see cref="UnitOfWork"/>: look into the inbox, consume, commit everything once, then publish,
/// then let the transport acknowledge.
/// </summary>
internal sealed partial class UnitOutboxContextFactory(
    UnitOfWork unit,
    Inbox.Inbox inbox,
    TimeProvider clock,
    IServiceProvider provider,
    ConsumeStages stages,
    ILogger<UnitOutboxContextFactory> log) : IOutboxContextFactory<UnitOfWork>
{
    public async Task Send<T>(ConsumeContext<T> context, OutboxConsumeOptions options, IPipe<OutboxConsumeContext<T>> next)
        where T : class
    {
        var queue = Addresses.NameOf(context.ReceiveContext.InputAddress);
        var messageId = context.MessageId
            ?? throw new MessageException(typeof(T), $"The message on queue '{queue}' has no message id, so a repetition could not be told from a new message; the sender must set one");
        if (await inbox.HasConsumedAsync(messageId, queue).ConfigureAwait(false))
        {
            AlreadyConsumed(log, messageId, queue);
            await context.NotifyConsumed(context, TimeSpan.Zero, options.ConsumerType).ConfigureAwait(false);
            return;
        }

        unit.Open();
        var consuming = new UnitOutboxConsumeContext<T>(context, options, provider, unit, new ConsumedMessage(messageId, queue, clock), stages);
        try
        {
            await next.Send(consuming).ConfigureAwait(false);
        }
        finally
        {
            unit.Leave();
        }

        await stages.ReachedAsync(ConsumeStage.Committed).ConfigureAwait(false);
        await unit.DeliverAsync(CancellationToken.None).ConfigureAwait(false);
        await stages.ReachedAsync(ConsumeStage.Published).ConfigureAwait(false);
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("joorbusOutbox").Add("provider", "npgsql");

    [LoggerMessage(Level = LogLevel.Information, Message = "message.repeated {MessageId} on {Queue}: it took effect before, this delivery does nothing")]
    private static partial void AlreadyConsumed(ILogger log, Guid messageId, string queue);
}
