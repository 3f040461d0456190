namespace JoorBus.Simulators.Joor;

/// <summary>What v4 answers, by path.</summary>
internal static class V4Routes
{
    public static JoorRouteTable Table { get; } = new(JoorApi.V4,
    [
        new("GET", "orders", V4Orders.Read),
        new("GET", "orders/sku_line_items", V4LineItems.Read),
    ]);
}
