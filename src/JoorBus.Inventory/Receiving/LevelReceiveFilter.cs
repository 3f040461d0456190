using JoorBus.Contracts;
using JoorBus.Contracts.Inventory;
using JoorBus.Messaging.Reading;
using MassTransit;
using Microsoft.Extensions.Logging;

namespace JoorBus.Inventory.Receiving;

/// <summary>
/// Takes good levels straight from the transport, which acknowledges each message when its levels are stored. MassTransit's own pipeline
/// costs more than all the rest; it gets what is odd, and refuses it in <see cref="InventoryChangedConsumer"/>. No inbox is
/// needed: a repetition is not newer.
/// </summary>
internal sealed partial class LevelReceiveFilter(LevelIntake intake, ScopeKeys scopes, TimeProvider clock, ILogger<LevelReceiveFilter> log) : IFilter<ReceiveContext>
{
    private readonly DirectReader<InventoryChanged> _reader = new(ContractsJson.Default.InventoryChanged);

    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        _reader.TryRead(context) is { } message
        && scopes.Find(message.Connection) is { } scope
        && LevelReading.Read(message, scope, clock.GetUtcNow()) is LevelsRead.Rows read
            ? StoreAsync(read.Levels, context, next)
            : next.Send(context);

    public void Probe(ProbeContext context) => context.CreateFilterScope("levels");

    private async Task StoreAsync(IReadOnlyList<LevelRow> levels, ReceiveContext context, IPipe<ReceiveContext> next)
    {
        try
        {
            await intake.StoreAsync(levels, context.CancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            NotStored(log, levels.Count, fault.Message);
            await next.Send(context).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "inventory.receive of a message with {Levels} levels failed: {Reason}; it is consumed alone")]
    private static partial void NotStored(ILogger log, int levels, string reason);
}
