using MassTransit;
using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Inventory.Receiving;

/// <summary>Gives each channel of the endpoint its <see cref="LevelChannel"/>. A channel that is opened anew begins anew, as the broker does.</summary>
internal sealed class LevelChannelFilter(LevelIntake intake, DirectLevels reader, IOptions<InventoryOptions> options, TimeProvider clock, ILogger<LevelDeliveries> log) : IFilter<ChannelContext>
{
    private const long MostBytesAhead = 96 << 20;

    public Task Send(ChannelContext context, IPipe<ChannelContext> next)
    {
        var settings = options.Value;
        // With a quarter of what may be under way held back, the broker still has enough to deliver.
        var ahead = new AheadConsumers(context, new AheadWindow(settings.ReceivePrefetch, MostBytesAhead), clock, log);
        var acknowledgements = new GroupedAcknowledgements(context, ahead, settings.ReceivePrefetch / 4, log);
        var deliveries = new LevelDeliveries(reader, new LevelGathering(settings.ReceiveBatch), intake, ahead, acknowledgements, clock, log);
        return next.Send(new LevelChannel(context, deliveries, ahead, acknowledgements));
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("levelChannel");
}
