using JoorBus.Messaging;
using JoorBus.Persistence;
using MassTransit;

namespace JoorBus.Inventory.Counting;

internal sealed class SnapshotConsumerDefinition : ConsumerDefinition<SnapshotConsumer>
{
    public SnapshotConsumerDefinition() => EndpointName = InventoryQueues.Count;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<SnapshotConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.UseMessagingPolicy();
        endpointConfigurator.UseUnitOfWork(context);
    }
}
