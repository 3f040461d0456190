namespace JoorBus.Simulators.Joor;

/// <summary>What v2 answers, by path.</summary>
internal static class V2Routes
{
    public static JoorRouteTable Table { get; } = new(JoorApi.V2,
    [
        new("GET", "order", V2Orders.Read),
        new("GET", "order/{}", V2Orders.Read),
    ]);
}
