using JoorBus.Contracts.Orders;

namespace JoorBus.Gaps.Tests.Racing;

/// <summary>Messages about one order.</summary>
public static class Messages
{
    public static readonly Guid OrderId = new("11111111-2222-5333-8444-555555555555");
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    public static JoorOrderReceived Received() => new() { OrderId = OrderId, Connection = "brand", Revision = 1, ReceivedAt = Noon, Order = Order(quantity: 1) };

    public static JoorOrderAmended Amended() => new() { OrderId = OrderId, Connection = "brand", Revision = 2, ReceivedAt = Noon, Order = Order(quantity: 2) };

    public static WmsOrderAccepted Accepted() => new() { OrderId = OrderId, Revision = 1, WmsOrderId = "W1" };

    private static JoorOrder Order(int quantity) => new()
    {
        JoorOrderId = "172728",
        Status = JoorOrderStatus.Approved,
        Customer = new JoorCustomer { Code = "C1", Name = "Shop" },
        Lines = [new JoorOrderLine { LineNumber = 1, Upc = "123456789012", Quantity = quantity }],
    };
}
