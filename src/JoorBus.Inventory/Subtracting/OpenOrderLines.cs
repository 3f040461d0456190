using JoorBus.Contracts.Orders;
using JoorBus.Inventory.Identifying;

namespace JoorBus.Inventory.Subtracting;

/// <summary>Units of one JOOR item in an order.</summary>
internal sealed record OrderedUnits(string JoorItem, string Warehouse, int Quantity);

/// <summary>
/// From an order to units by JOOR item. A line counts under its UPC and under its style, colour and size: only one of the keys is that of a slot,
/// whichever the settings say, now or later.
/// </summary>
internal static class OpenOrderLines
{
    public static IReadOnlyList<OrderedUnits> Of(JoorOrder order)
    {
        if (order.Status is JoorOrderStatus.Shipped or JoorOrderStatus.Cancelled)
            return [];
        var warehouse = order.Warehouse?.Name ?? order.Warehouse?.Code ?? "";
        return
        [
            .. order.Lines
                .SelectMany(line => KeysOf(line).Select(key => (Key: key, Units: (long)line.Quantity * (line.Multiplier ?? 1))))
                .GroupBy(line => line.Key, line => line.Units, StringComparer.Ordinal)
                .Select(item => new OrderedUnits(item.Key, warehouse, (int)Math.Clamp(item.Sum(), 0, int.MaxValue)))
                .Where(units => units.Quantity > 0),
        ];
    }

    private static IEnumerable<string> KeysOf(JoorOrderLine line)
    {
        if (ItemKey.Given(line.Upc) is { } upc)
            yield return JoorItemKeys.OfUpc(upc);
        if (ItemKey.Given(line.StyleNumber) is { } number && ItemKey.Given(line.Color?.Code) is { } color && ItemKey.Given(line.Size?.Name) is { } size)
            yield return JoorItemKeys.OfStyle(number, ItemKey.Given(line.StyleIdentifier) ?? number, color, size);
    }
}
