using JoorBus.Contracts.Orders;

namespace JoorBus.Benchmarks.Source;

/// <summary>The same translation for every contender that does not bring its own.</summary>
public static class WmsTranslation
{
    public static Guid CommandId(Guid eventId) => UuidV5.Create(eventId, "create-wms-order");

    public static CreateWmsOrder Translate(JoorOrderReceived received) => new()
    {
        OrderId = received.OrderId,
        Connection = received.Connection,
        Revision = received.Revision,
        IdempotencyKey = UuidV5.Create(received.OrderId, $"create:{received.Revision}"),
        Order = Translate(received.Order),
    };

    private static WmsOrder Translate(JoorOrder order) => new()
    {
        OrderNumber = order.JoorOrderId,
        CustomerPurchaseOrder = order.CustomerPurchaseOrder,
        Type = order.Type,
        Season = order.Season,
        Delivery = order.Delivery,
        ApprovedAt = order.ApprovedAt,
        ShipStart = order.ShipStart,
        ShipEnd = order.ShipEnd,
        Customer = order.Customer,
        Doors = order.Doors,
        Warehouse = order.Warehouse,
        ShippingMethod = order.ShippingMethod,
        PaymentMethod = order.PaymentMethod,
        Comments = order.Comments,
        Currency = order.Currency,
        Discount = order.Discount,
        ShippingTotal = order.ShippingTotal,
        Total = order.Total,
        Lines = [.. order.Lines.Select(Translate)],
    };

    private static WmsOrderLine Translate(JoorOrderLine line) => new()
    {
        LineNumber = line.LineNumber,
        Upc = line.Upc,
        StyleNumber = line.StyleNumber,
        StyleIdentifier = line.StyleIdentifier,
        Description = line.StyleName,
        Color = line.Color,
        Size = line.Size,
        Quantity = line.Quantity,
        UnitPrice = line.UnitPrice,
        DoorId = line.DoorId,
        Comment = line.Comment,
    };
}
