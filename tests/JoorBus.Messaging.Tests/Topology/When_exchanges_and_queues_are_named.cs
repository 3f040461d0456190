using JoorBus.Contracts.Orders;
using MassTransit;

namespace JoorBus.Messaging.Tests.Topology;

/// <summary>Frozen: others bind to these names.</summary>
public sealed class When_exchanges_and_queues_are_named
{
    [Theory]
    [InlineData(typeof(JoorOrderReceived), "joorbus.orders.joor-order-received")]
    [InlineData(typeof(CreateWmsOrder), "joorbus.orders.create-wms-order")]
    [InlineData(typeof(WmsOrderAccepted), "joorbus.orders.wms-order-accepted")]
    [InlineData(typeof(Fault<WmsOrderAccepted>), "joorbus.internal.fault-wms-order-accepted")]
    [InlineData(typeof(string), "joorbus.internal.string")]
    public void Should_follow_namespace_and_type(Type type, string name) => EntityNames.Of(type).ShouldBe(name);

    [Fact]
    public void Should_call_the_warehouses_queue_as_released() => QueueName.WmsOrders.ShouldBe("wms-orders");
}
