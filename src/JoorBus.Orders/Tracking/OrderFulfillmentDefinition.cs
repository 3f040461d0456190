using JoorBus.Contracts.Orders;
using JoorBus.Messaging;
using JoorBus.Persistence;
using MassTransit;
using MassTransit.Middleware;

namespace JoorBus.Orders.Tracking;

internal sealed class OrderFulfillmentDefinition : SagaDefinition<OrderFulfillment>
{
    private const int Partitions = 1024;

    public OrderFulfillmentDefinition() => EndpointName = OrderQueues.Track;

    protected override void ConfigureSaga(
        IReceiveEndpointConfigurator endpointConfigurator, ISagaConfigurator<OrderFulfillment> sagaConfigurator, IRegistrationContext context)
    {
        // Messages of one order one after the other, so that its document seldom meets a newer version.
        var partitions = new Partitioner(Partitions, new Murmur3UnsafeHashGenerator());
        endpointConfigurator.UsePartitioner<JoorOrderReceived>(partitions, message => message.Message.OrderId);
        endpointConfigurator.UsePartitioner<JoorOrderAmended>(partitions, message => message.Message.OrderId);
        endpointConfigurator.UsePartitioner<JoorOrderCancelled>(partitions, message => message.Message.OrderId);
        endpointConfigurator.UsePartitioner<WmsOrderAccepted>(partitions, message => message.Message.OrderId);
        endpointConfigurator.UsePartitioner<WmsOrderRejected>(partitions, message => message.Message.OrderId);
        endpointConfigurator.UsePartitioner<WmsOrderCancelled>(partitions, message => message.Message.OrderId);
        endpointConfigurator.UsePartitioner<WmsOrderShipped>(partitions, message => message.Message.OrderId);
        endpointConfigurator.UseMessagingPolicy();
        endpointConfigurator.UseUnitOfWork(context);
    }
}
