using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

internal static class Totals
{
    /// <summary>Extended prices (unit price times quantity), discount and total from lines and percentages.</summary>
    public static JoorOrder Of(JoorOrder order)
    {
        IReadOnlyList<JoorOrderLine> lines = [.. order.Lines.Select(line => line with { ExtendedPrice = (line.UnitPrice ?? 0) * line.Quantity })];
        var goods = lines.Sum(line => line.ExtendedPrice ?? 0);
        var discount = Math.Round(goods * order.DiscountPercent / 100, 2);
        return order with { Lines = lines, Discount = discount, Total = goods - discount + order.ShippingTotal };
    }
}
