using JoorBus.Contracts.Orders;

namespace JoorBus.Orders.Translating;

/// <summary>From JOOR's order to the warehouse's (message translator). Pure.</summary>
public static class WmsOrderTranslator
{
    public static CreateWmsOrder ToCreate(Guid orderId, string connection, int revision, JoorOrder order) => new()
    {
        OrderId = orderId,
        Connection = connection,
        Revision = revision,
        IdempotencyKey = OrderIds.IdempotencyKey(orderId, revision),
        Order = Translate(order),
    };

    public static AmendWmsOrder ToAmend(Guid orderId, string connection, int revision, string? wmsOrderId, JoorOrder order) => new()
    {
        OrderId = orderId,
        Connection = connection,
        Revision = revision,
        IdempotencyKey = OrderIds.IdempotencyKey(orderId, revision),
        WmsOrderId = wmsOrderId,
        Order = Translate(order),
    };

    public static CancelWmsOrder ToCancel(Guid orderId, string connection, int revision, string? wmsOrderId, string orderNumber) => new()
    {
        OrderId = orderId,
        Connection = connection,
        Revision = revision,
        IdempotencyKey = OrderIds.IdempotencyKey(orderId, revision),
        WmsOrderId = wmsOrderId,
        OrderNumber = orderNumber,
    };

    public static WmsOrder Translate(JoorOrder order) => new()
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
        SalesRepresentative = order.SalesRepresentative,
        Comments = order.Comments,
        InternalComments = order.InternalComments,
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
        Quantity = checked(line.Quantity * Math.Max(line.Multiplier ?? 1, 1)),
        UnitPrice = line.UnitPrice ?? line.Price,
        DoorId = line.DoorId,
        Comment = line.Comment,
    };
}
