namespace JoorBus.Simulators.Joor;

/// <summary>GET orders/sku_line_items.</summary>
internal static class V4LineItems
{
    public static JoorAnswer Read(JoorCall call)
    {
        var (orders, lines) = (V4List.Ids(call, "order_ids"), V4List.Ids(call, "line_item_ids"));
        if (orders is null && lines is null)
            return V4List.Invalid("`order_ids` or `line_item_ids` is required");
        var found = (orders ?? OrdersOf(lines!)).Select(call.Account.Orders.FindStored).OfType<StoredOrder>()
            .Where(order => order.Order is not null)
            .SelectMany(order => order.Order!.Lines.Select(line => (Order: order, Line: line)))
            .Where(item => lines?.Contains(LineItemIds.Of(item.Order, item.Line)) != false);
        return V4List.Of(call, found, item => V4LineItemJson.Of(item.Order, item.Line, call.Account, call.Options));
    }

    private static HashSet<string> OrdersOf(HashSet<string> lines) =>
        [.. lines.Select(line => LineItemIds.TryRead(line, out var order, out _) ? order : "")];
}
