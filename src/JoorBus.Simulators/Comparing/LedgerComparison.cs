using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Comparing;

/// <summary>What is in JOOR against what is in the warehouse, at rest. Orders are named "connection/order number".</summary>
public sealed record LedgerComparison
{
    /// <summary>To be shipped in JOOR, unknown to or cancelled in the warehouse.</summary>
    public required IReadOnlyList<string> Lost { get; init; }

    /// <summary>Created more than once in the warehouse.</summary>
    public required IReadOnlyList<string> Doubled { get; init; }

    /// <summary>The warehouse neither has nor refused JOOR's newest content.</summary>
    public required IReadOnlyList<string> Stale { get; init; }

    /// <summary>Cancelled in JOOR, alive in the warehouse, which did not refuse to cancel.</summary>
    public required IReadOnlyList<string> Wrong { get; init; }

    /// <summary>In the warehouse, not in JOOR.</summary>
    public required IReadOnlyList<string> LeftOver { get; init; }

    /// <summary>Both sides in one line.</summary>
    public required string Summary { get; init; }

    public bool IsClean => Lost.Count + Doubled.Count + Stale.Count + Wrong.Count + LeftOver.Count == 0;

    public override string ToString() => Summary;

    /// <summary>Compares one JOOR account, whose orders reach the warehouse under this connection's name.</summary>
    public static LedgerComparison Of(string connection, JoorAccountLedger joor, WmsLedger wms) =>
        Of(new Dictionary<string, JoorAccountLedger> { [connection] = joor }, wms);

    /// <summary>Compares the accounts by connection name.</summary>
    public static LedgerComparison Of(IReadOnlyDictionary<string, JoorAccountLedger> joor, WmsLedger wms)
    {
        var inJoor = joor
            .SelectMany(account => account.Value.Orders.Select(order => (Key: Key(account.Key, order.OrderId), Order: order)))
            .ToDictionary(pair => pair.Key, pair => pair.Order);
        var inWms = wms.Orders
            .Where(order => order.Status != WmsOrderStatus.Unknown)
            .ToLookup(order => Key(order.Connection, order.OrderNumber));
        var pairs = inJoor
            .Where(pair => pair.Value.IsImportable)
            .Select(pair => (pair.Key, Joor: pair.Value, Wms: Main(inWms[pair.Key])))
            .ToList();
        var comparison = new LedgerComparison
        {
            Lost = [.. pairs.Where(pair => pair.Joor.IsExpectedInWms && pair.Wms is null or { Status: WmsOrderStatus.Cancelled }).Select(pair => pair.Key)],
            Doubled = [.. inWms.Where(IsDoubled).Select(orders => orders.Key)],
            Stale = [.. pairs.Where(pair => pair.Joor.IsExpectedInWms && IsStale(pair.Joor, pair.Wms)).Select(pair => pair.Key)],
            Wrong = [.. pairs.Where(pair => pair.Joor.IsCancelled && pair.Wms is { IsAlive: true, IsCancelRefused: false }).Select(pair => pair.Key)],
            LeftOver = [.. inWms.Select(orders => orders.Key).Where(key => !inJoor.ContainsKey(key))],
            Summary = "",
        };
        return comparison with { Summary = comparison.Summarise(pairs.Select(pair => pair.Joor).ToList(), wms) };
    }

    private string Summarise(List<JoorOrderEntry> joor, WmsLedger wms)
    {
        var amended = joor.Count(order => order.Revisions > 1);
        var cancelled = joor.Count(order => order.IsCancelled);
        var orders = wms.Orders.Count(order => order.Status != WmsOrderStatus.Unknown);
        var states = $"{wms.CountOf(WmsOrderStatus.Accepted)} accepted, {wms.CountOf(WmsOrderStatus.Shipped)} shipped, "
            + $"{wms.CountOf(WmsOrderStatus.Cancelled)} cancelled, {wms.CountOf(WmsOrderStatus.Rejected)} refused";
        return $"JOOR {joor.Count} orders ({amended} amended, {cancelled} cancelled) | WMS {orders} orders ({states}) | "
            + $"lost {Lost.Count}, doubled {Doubled.Count}, stale {Stale.Count}, wrong {Wrong.Count}, left over {LeftOver.Count}";
    }

    private static bool IsStale(JoorOrderEntry joor, WmsOrderEntry? wms) =>
        wms is { IsAlive: true } or { Status: WmsOrderStatus.Rejected } && wms.Content != joor.Content && wms.RefusedContent != joor.Content;

    private static bool IsDoubled(IEnumerable<WmsOrderEntry> orders) => orders.Any(order => order.Doubled > 0) || orders.Count(order => order.IsAlive) > 1;

    private static WmsOrderEntry? Main(IEnumerable<WmsOrderEntry> orders) => orders.OrderByDescending(order => order.IsAlive).FirstOrDefault();

    private static string Key(string connection, string orderNumber) => $"{connection}/{orderNumber}";
}
