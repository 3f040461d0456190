using JoorBus.Messaging;
using MassTransit;

namespace JoorBus.Contracts.Tests;

/// <summary>Frozen: others bind to these names.</summary>
public sealed class When_messages_are_named
{
    [Fact]
    public void Should_be_called_as_they_were_released() =>
        string.Join('\n', MessageTypes.All.Select(type => $"{type.FullName} {MessageUrn.ForTypeString(type)} {EntityNames.Of(type)}")).ShouldBe(
            """
            JoorBus.Contracts.Orders.JoorOrderReceived urn:message:JoorBus.Contracts.Orders:JoorOrderReceived joorbus.orders.joor-order-received
            JoorBus.Contracts.Orders.JoorOrderAmended urn:message:JoorBus.Contracts.Orders:JoorOrderAmended joorbus.orders.joor-order-amended
            JoorBus.Contracts.Orders.JoorOrderCancelled urn:message:JoorBus.Contracts.Orders:JoorOrderCancelled joorbus.orders.joor-order-cancelled
            JoorBus.Contracts.Orders.CreateWmsOrder urn:message:JoorBus.Contracts.Orders:CreateWmsOrder joorbus.orders.create-wms-order
            JoorBus.Contracts.Orders.AmendWmsOrder urn:message:JoorBus.Contracts.Orders:AmendWmsOrder joorbus.orders.amend-wms-order
            JoorBus.Contracts.Orders.CancelWmsOrder urn:message:JoorBus.Contracts.Orders:CancelWmsOrder joorbus.orders.cancel-wms-order
            JoorBus.Contracts.Orders.WmsOrderAccepted urn:message:JoorBus.Contracts.Orders:WmsOrderAccepted joorbus.orders.wms-order-accepted
            JoorBus.Contracts.Orders.WmsOrderRejected urn:message:JoorBus.Contracts.Orders:WmsOrderRejected joorbus.orders.wms-order-rejected
            JoorBus.Contracts.Orders.WmsOrderShipped urn:message:JoorBus.Contracts.Orders:WmsOrderShipped joorbus.orders.wms-order-shipped
            JoorBus.Contracts.Orders.WmsOrderCancelled urn:message:JoorBus.Contracts.Orders:WmsOrderCancelled joorbus.orders.wms-order-cancelled
            """);

    [Fact]
    public void Should_all_stand_in_the_catalogue() =>
        typeof(MessageTypes).Assembly.GetExportedTypes()
            .Where(type => type.GetProperty("OrderId") is not null)
            .ShouldBe(MessageTypes.All, ignoreOrder: true);

    [Fact]
    public void Should_give_the_warehouse_its_three_commands() =>
        MessageTypes.WmsOrderCommands.Select(type => type.Name).ShouldBe(["CreateWmsOrder", "AmendWmsOrder", "CancelWmsOrder"]);
}
