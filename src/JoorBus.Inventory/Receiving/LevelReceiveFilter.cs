using MassTransit;
using Microsoft.Extensions.Logging;

namespace JoorBus.Inventory.Receiving;

/// <summary>
/// Takes good levels that did not pass <see cref="LevelDeliveries"/>: those delivered again, and all of the transport in memory. The rest of
/// MassTransit's pipeline gets what is odd, and refuses it in <see cref="InventoryChangedConsumer"/>. No inbox is needed: a repetition is not newer.
/// </summary>
internal sealed partial class LevelReceiveFilter(LevelIntake intake, DirectLevels reader, ILogger<LevelReceiveFilter> log) : IFilter<ReceiveContext>
{
    public Task Send(ReceiveContext context, IPipe<ReceiveContext> next) =>
        reader.TryRead(context) is { } levels ? StoreAsync(levels, context, next) : next.Send(context);

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
