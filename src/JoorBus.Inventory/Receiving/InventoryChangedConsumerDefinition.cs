using JoorBus.Messaging;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JoorBus.Inventory.Receiving;

internal sealed class InventoryChangedConsumerDefinition : ConsumerDefinition<InventoryChangedConsumer>
{
    // Each may hold the levels of a large message.
    private const int MostAtOnce = 64;

    public InventoryChangedConsumerDefinition() => EndpointName = InventoryQueues.Receive;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<InventoryChangedConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        var prefetch = context.GetRequiredService<IOptions<InventoryOptions>>().Value.ReceivePrefetch;
        endpointConfigurator.PrefetchCount = prefetch;
        endpointConfigurator.ConcurrentMessageLimit = Math.Min(prefetch, MostAtOnce);
        if (endpointConfigurator is IRabbitMqReceiveEndpointConfigurator queue)
        {
            queue.ConfigureChannel(pipe => pipe.UseFilter(context.GetRequiredService<LevelChannelFilter>()));
        }

        endpointConfigurator.UseMessagingPolicy();
        endpointConfigurator.ConfigureReceive(pipe => pipe.UseFilter(context.GetRequiredService<LevelReceiveFilter>()));
    }
}
