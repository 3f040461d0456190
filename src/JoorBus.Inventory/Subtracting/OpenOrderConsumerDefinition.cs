using JoorBus.Messaging;
using JoorBus.Persistence;
using MassTransit;

namespace JoorBus.Inventory.Subtracting;

internal sealed class OpenOrderConsumerDefinition : ConsumerDefinition<OpenOrderConsumer>
{
    public OpenOrderConsumerDefinition() => EndpointName = InventoryQueues.Subtract;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<OpenOrderConsumer> consumerConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseMessagingPolicy();
        endpointConfigurator.UseUnitOfWork(context);
    }
}
