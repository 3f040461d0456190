using JoorBus.Messaging;
using JoorBus.Persistence;
using MassTransit;

namespace JoorBus.Orders.Translating;

internal sealed class JoorOrderReceivedConsumerDefinition : ConsumerDefinition<JoorOrderReceivedConsumer>
{
    public JoorOrderReceivedConsumerDefinition() => EndpointName = OrderQueues.Translate;

    protected override void ConfigureConsumer(
        IReceiveEndpointConfigurator endpointConfigurator,
        IConsumerConfigurator<JoorOrderReceivedConsumer> consumerConfigurator,
        IRegistrationContext context)
    {
        endpointConfigurator.UseMessagingPolicy();
        endpointConfigurator.UseUnitOfWork(context);
    }
}
