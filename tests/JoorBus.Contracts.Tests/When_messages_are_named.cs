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
            JoorBus.Contracts.Inventory.InventoryChanged urn:message:JoorBus.Contracts.Inventory:InventoryChanged joorbus.inventory.inventory-changed
            JoorBus.Contracts.Inventory.InventorySnapshotStarted urn:message:JoorBus.Contracts.Inventory:InventorySnapshotStarted joorbus.inventory.inventory-snapshot-started
            JoorBus.Contracts.Inventory.InventorySnapshotCompleted urn:message:JoorBus.Contracts.Inventory:InventorySnapshotCompleted joorbus.inventory.inventory-snapshot-completed
            JoorBus.Contracts.Inventory.InventoryPushed urn:message:JoorBus.Contracts.Inventory:InventoryPushed joorbus.inventory.inventory-pushed
            JoorBus.Contracts.Inventory.InventoryPushRefused urn:message:JoorBus.Contracts.Inventory:InventoryPushRefused joorbus.inventory.inventory-push-refused
            JoorBus.Contracts.Products.ProductChanged urn:message:JoorBus.Contracts.Products:ProductChanged joorbus.products.product-changed
            JoorBus.Contracts.Products.ProductRemoved urn:message:JoorBus.Contracts.Products:ProductRemoved joorbus.products.product-removed
            JoorBus.Contracts.Products.ProductPushed urn:message:JoorBus.Contracts.Products:ProductPushed joorbus.products.product-pushed
            JoorBus.Contracts.Products.ProductPushRefused urn:message:JoorBus.Contracts.Products:ProductPushRefused joorbus.products.product-push-refused
            """);

    // A record that is no part of another one is a message.
    [Fact]
    public void Should_all_stand_in_the_catalogue()
    {
        var records = typeof(MessageTypes).Assembly.GetExportedTypes().Where(type => type is { IsEnum: false, IsAbstract: false } && type != typeof(ContractsJson)).ToList();
        var parts = records.SelectMany(type => type.GetProperties()).SelectMany(property => property.PropertyType.GetGenericArguments().Append(property.PropertyType)).ToHashSet();

        records.Where(type => !parts.Contains(type)).ShouldBe(MessageTypes.All, ignoreOrder: true);
    }

    [Fact]
    public void Should_give_the_warehouse_its_three_commands() =>
        MessageTypes.WmsOrderCommands.Select(type => type.Name).ShouldBe(["CreateWmsOrder", "AmendWmsOrder", "CancelWmsOrder"]);
}
