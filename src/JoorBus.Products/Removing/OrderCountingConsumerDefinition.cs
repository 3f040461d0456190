using JoorBus.Messaging;
using JoorBus.Persistence;
using MassTransit;

namespace JoorBus.Products.Removing;

internal sealed class OrderCountingConsumerDefinition : ConsumerDefinition<OrderCountingConsumer>
{
    public OrderCountingConsumerDefinition() => EndpointName = ProductQueues.Count;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<OrderCountingConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.UseMessagingPolicy();
        endpointConfigurator.UseUnitOfWork(context);
    }
}
