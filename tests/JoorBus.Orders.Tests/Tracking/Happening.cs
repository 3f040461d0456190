using JoorBus.Contracts.Orders;

namespace JoorBus.Orders.Tests.Tracking;

/// <summary>Something that an order may meet.</summary>
internal sealed record Happening(string Label, Func<Guid, Situation, object> Message)
{
    public static IReadOnlyList<Happening> All { get; } =
    [
        new("JoorOrderReceived", (id, _) => new JoorOrderReceived { OrderId = id, Connection = OrderSamples.Connection, Revision = 1, ReceivedAt = default, Order = OrderSamples.AnOrder() }),
        new("JoorOrderAmended, newer", (id, order) => Amended(id, order.Known + 1)),
        new("JoorOrderAmended, seen", (id, order) => Amended(id, order.Known)),
        new("JoorOrderCancelled, newer", (id, order) => Cancelled(id, order.Known + 1)),
        new("JoorOrderCancelled, seen", (id, order) => Cancelled(id, order.Known)),
        new("WmsOrderAccepted, last", (id, _) => new WmsOrderAccepted { OrderId = id, Revision = Situation.Sent, WmsOrderId = "W1" }),
        new("WmsOrderAccepted, earlier", (id, _) => new WmsOrderAccepted { OrderId = id, Revision = Situation.Sent - 1, WmsOrderId = "W1" }),
        new("WmsOrderRejected, last", (id, _) => new WmsOrderRejected { OrderId = id, Revision = Situation.Sent, Reason = "no" }),
        new("WmsOrderRejected, earlier", (id, _) => new WmsOrderRejected { OrderId = id, Revision = Situation.Sent - 1, Reason = "no" }),
        new("WmsOrderCancelled, last", (id, _) => new WmsOrderCancelled { OrderId = id, Revision = Situation.Sent }),
        new("WmsOrderCancelled, earlier", (id, _) => new WmsOrderCancelled { OrderId = id, Revision = Situation.Sent - 1 }),
        new("WmsOrderShipped", (id, _) => new WmsOrderShipped { OrderId = id, Carrier = "UPS" }),
    ];

    private static JoorOrderAmended Amended(Guid id, int revision) =>
        new() { OrderId = id, Connection = OrderSamples.Connection, Revision = revision, ReceivedAt = default, Order = OrderSamples.AnOrder() };

    private static JoorOrderCancelled Cancelled(Guid id, int revision) =>
        new() { OrderId = id, Connection = OrderSamples.Connection, Revision = revision, ReceivedAt = default, JoorOrderId = "172728" };
}
