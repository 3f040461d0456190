using JoorBus.Contracts.Orders;

namespace JoorBus.Orders.Tests;

/// <summary>Orders that show only what a test is about.</summary>
internal static class OrderSamples
{
    public const string Connection = "linen";

    public static JoorOrder AnOrder(string id = "172728", int quantity = 5) => new()
    {
        JoorOrderId = id,
        Status = JoorOrderStatus.Approved,
        Customer = new JoorCustomer { Code = "C0001", Name = "Harrow & Finch" },
        Lines = [new JoorOrderLine { LineNumber = 1, Upc = "812340001012", Quantity = quantity }],
    };
}
