using JoorBus.Messaging;
using JoorBus.Persistence;
using MassTransit;

namespace JoorBus.Orders.Tracking;

internal sealed class OrderFulfillmentDefinition : SagaDefinition<OrderFulfillment>
{
    public OrderFulfillmentDefinition() => EndpointName = OrderQueues.Track;

    protected override void ConfigureSaga(
        IReceiveEndpointConfigurator endpointConfigurator, ISagaConfigurator<OrderFulfillment> sagaConfigurator, IRegistrationContext context)
    {
        endpointConfigurator.UseMessagingPolicy();
        endpointConfigurator.UseUnitOfWork(context);
    }
}
