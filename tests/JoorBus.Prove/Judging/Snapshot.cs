using JoorBus.Prove.World;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Prove.Judging;

/// <summary>All that is known at one moment.</summary>
internal sealed record Snapshot(JoorLedger Joor, WmsLedger Wms, StockAndStyles Goods, Stored Stored, Queues Queues)
{
    public LedgerComparison Comparison => LedgerComparison.Of(ProveWorld.Connection, Joor.Accounts[0], Wms);

    public static async Task<Snapshot> TakeAsync(ProveWorld world, CancellationToken cancellationToken)
    {
        // First what JoorBus has to do: what it does meanwhile shows in the ledgers.
        var queues = await Queues.LookAsync(world.Amqp, cancellationToken);
        var stored = await Stored.ReadAsync(world.Database, cancellationToken);
        var joor = world.Joor.Ledger();
        return new Snapshot(joor, world.Wms.Ledger(), StockAndStyles.Of(world.Day, joor), stored, queues);
    }

    /// <summary>What is not as it must be at rest, as sentences; empty when all is well.</summary>
    public IReadOnlyList<string> Faults() =>
    [
        .. OrdersOf("lost", Comparison.Lost),
        .. OrdersOf("doubled", Comparison.Doubled),
        .. OrdersOf("stale", Comparison.Stale),
        .. OrdersOf("wrong", Comparison.Wrong),
        .. OrdersOf("left over", Comparison.LeftOver),
        .. Goods.Faults(),
        .. CountOf(Stored.StockWaiting, "numbers of stock still wait to be sent or answered"),
        .. CountOf(Stored.StylesWaiting, "styles still wait to be sent"),
        .. CountOf(Wms.DoubledEffects, "effects came twice in the warehouse"),
        .. CountOf(Stored.Outbox, "messages are still in the outbox"),
        .. CountOf(Stored.Unmarked, "imported orders are not known to be marked in JOOR"),
        .. CountOf(Queues.Waiting, "messages are still in the queues"),
        .. CountOf(Joor.Overspent, "requests went beyond JOOR's credits"),
        .. Queues.Dead.Select(queue => $"{queue.Value} dead letters in {queue.Key}"),
        .. SagaFaults(),
        .. MarkFaults(),
    ];

    private static IEnumerable<string> OrdersOf(string what, IReadOnlyList<string> orders) =>
        orders.Count == 0 ? [] : [$"{what}: {string.Join(", ", orders)}"];

    private static IEnumerable<string> CountOf(long count, string what) => count == 0 ? [] : [$"{count} {what}"];

    private IEnumerable<string> SagaFaults()
    {
        var joor = Joor.Accounts[0].Orders.ToDictionary(order => order.OrderId);
        var sagas = Stored.Sagas.ToDictionary(saga => saga.OrderId);
        foreach (var wms in Wms.Orders)
        {
            if (!sagas.Remove(wms.OrderId, out var saga))
                yield return $"order {wms.OrderNumber} is in the warehouse and has no saga";
            else if (joor.TryGetValue(wms.OrderNumber, out var order) && ExpectedState.For(order, wms) is var expected && saga.State != expected)
                yield return $"order {wms.OrderNumber} has state {saga.State}; with {wms.Status} in the warehouse and {order.Status} in JOOR it must be {expected}";
            else if (saga is { State: "Held", HeldReason: null })
                yield return $"order {wms.OrderNumber} is held without a reason";
        }

        foreach (var saga in sagas.Values)
            yield return $"saga {saga.OrderId} is {saga.State}, and the warehouse never heard of it";
    }

    private IEnumerable<string> MarkFaults()
    {
        foreach (var order in Joor.Accounts[0].Orders)
        {
            if (order.IsExpectedInWms && (order.Export != JoorExportState.Exported || order.IsModifiedSinceExport))
                yield return $"order {order.OrderId} is {order.Export} in JOOR{(order.IsModifiedSinceExport ? ", before its last change" : "")}";
            var marks = order.History.Where(change => change.Kind is JoorOrderChangeKind.Exported or JoorOrderChangeKind.ExportedAgain).ToList();
            if (marks.Count > 0 && (!Stored.StoredAt.TryGetValue(order.OrderId, out var stored) || marks[0].At < stored))
                yield return $"order {order.OrderId} was marked as exported at {marks[0].At:O}, {(stored == default ? "and is not stored" : $"before it was stored at {stored:O}")}";
        }
    }
}
