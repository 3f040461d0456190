using JoorBus.Persistence;

namespace JoorBus.Orders;

/// <summary>Ids that come from the other side, so that no repetition makes a second one.</summary>
public static class OrderIds
{
    private static readonly Guid Orders = new("6f1c2d0e-8a55-5c39-9f0b-2f2d3a7b9c11");

    /// <summary>One order of one connection, by its key.</summary>
    public static Guid Order(string connectionKey, string joorOrderId) => NameBasedGuid.Create(Orders, $"{connectionKey}|{joorOrderId}");

    /// <summary>The event that announces a revision.</summary>
    public static Guid Event(Guid orderId, int revision) => NameBasedGuid.Create(orderId, $"joor-order|{revision}");

    /// <summary>The effect of a revision at the WMS.</summary>
    public static Guid IdempotencyKey(Guid orderId, int revision) => NameBasedGuid.Create(orderId, $"wms-order|{revision}");
}
