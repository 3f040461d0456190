using System.Globalization;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>v4's ids of order lines: v2 shows none, so they are made of order and line number, which stay.</summary>
internal static class LineItemIds
{
    public static string Of(StoredOrder order, JoorOrderLine line) => $"{order.OrderId}{line.LineNumber:D4}";

    public static bool TryRead(string id, out string orderId, out int lineNumber)
    {
        (orderId, lineNumber) = ("", 0);
        if (id.Length <= 4 || !int.TryParse(id[^4..], NumberStyles.None, CultureInfo.InvariantCulture, out lineNumber))
            return false;
        orderId = id[..^4];
        return true;
    }
}
