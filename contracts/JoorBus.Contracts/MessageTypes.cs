using JoorBus.Contracts.Inventory;
using JoorBus.Contracts.Orders;
using JoorBus.Contracts.Products;

namespace JoorBus.Contracts;

/// <summary>The catalogue of all messages on the bus.</summary>
public static class MessageTypes
{
    /// <summary>Every message type, commands and events.</summary>
    public static IReadOnlyList<Type> All { get; } =
    [
        typeof(JoorOrderReceived),
        typeof(JoorOrderAmended),
        typeof(JoorOrderCancelled),
        typeof(CreateWmsOrder),
        typeof(AmendWmsOrder),
        typeof(CancelWmsOrder),
        typeof(WmsOrderAccepted),
        typeof(WmsOrderRejected),
        typeof(WmsOrderShipped),
        typeof(WmsOrderCancelled),
        typeof(InventoryChanged),
        typeof(InventorySnapshotStarted),
        typeof(InventorySnapshotCompleted),
        typeof(InventoryPushed),
        typeof(InventoryPushRefused),
        typeof(ProductChanged),
        typeof(ProductRemoved),
        typeof(ProductPushed),
        typeof(ProductPushRefused),
    ];

    /// <summary>The commands that the WMS queue <c>wms-orders</c> is bound to.</summary>
    public static IReadOnlyList<Type> WmsOrderCommands { get; } = [typeof(CreateWmsOrder), typeof(AmendWmsOrder), typeof(CancelWmsOrder)];

    /// <summary>Events that JoorBus tells and does not take itself: whoever wants them binds a queue, and nobody has to.</summary>
    public static IReadOnlyList<Type> Announcements { get; } =
        [typeof(InventoryPushed), typeof(InventoryPushRefused), typeof(ProductPushed), typeof(ProductPushRefused)];
}
