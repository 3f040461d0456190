using JoorBus.Messaging;
using JoorBus.Persistence;
using MassTransit;

namespace JoorBus.Products.Receiving;

internal sealed class ProductReceivingConsumerDefinition : ConsumerDefinition<ProductReceivingConsumer>
{
    public ProductReceivingConsumerDefinition() => EndpointName = ProductQueues.Receive;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<ProductReceivingConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.UseMessagingPolicy();
        endpointConfigurator.UseUnitOfWork(context);
    }
}
