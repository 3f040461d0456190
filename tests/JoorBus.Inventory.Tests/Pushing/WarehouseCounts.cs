using JoorBus.Inventory.Counting;
using JoorBus.Inventory.Identifying;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Tests.Pushing;

/// <summary>A full count of one warehouse: what it told, and from which version on.</summary>
internal sealed record WarehouseCount(string Id, string Warehouse, long Version, IReadOnlyList<(string Item, LedgerLevel Level)> Told);

/// <summary>Full counts of a history; some name too little and wait for a person.</summary>
internal sealed class WarehouseCounts(Lane lane, Random random)
{
    private readonly List<WarehouseCount> _all = [];

    public int Applied { get; private set; }

    public int Held { get; private set; }

    /// <summary>Tells beginning and end; the levels follow in any order.</summary>
    public async Task<(WarehouseCount Count, long Version)> BeginAsync(Dictionary<(string Item, string Warehouse), LedgerLevel> ledger, Dictionary<string, ItemIdentity> identities, long version)
    {
        var warehouse = random.Next(3) switch { 0 => "North", 1 => "South", _ => "Attic" };
        var start = ++version;
        var told = ledger.Where(level => level.Key.Warehouse == warehouse && random.Next(6) > 0).OrderBy(level => level.Key.Item, StringComparer.Ordinal)
            .Select(level => (level.Key.Item, level.Value with { Version = ++version, Identity = identities[level.Key.Item] })).ToList();
        var count = new WarehouseCount($"count{_all.Count + 1}", warehouse, start, told);
        _all.Add(count);
        await using var scope = lane.Get<IServiceScopeFactory>().CreateAsyncScope();
        var (unit, now) = (scope.ServiceProvider.GetRequiredService<UnitOfWork>(), lane.Clock.GetUtcNow());
        unit.Write(SnapshotStart.Upsert, new SnapshotStart(count.Id, "", [warehouse], start, LedgerLevel.TimeOf(start), now));
        unit.Write(SnapshotEnd.Upsert, new SnapshotEnd(count.Id, told.Count, now, now));
        (await unit.CommitAsync(CancellationToken.None)).ShouldBe(CommitOutcome.Committed.Instance);
        return (count, version);
    }

    /// <summary>A look of the watch, then perhaps a person's word.</summary>
    public async Task LookAsync()
    {
        if (_all.Count == 0)
            return;
        await lane.Get<SnapshotWatch>().LookAsync(CancellationToken.None);
        foreach (var held in (await ListAsync()).Where(count => count.State == SnapshotState.Held && random.Next(3) == 0).OrderBy(count => count.Id, StringComparer.Ordinal))
            await DecideAsync(held);
    }

    /// <summary>Nothing is left open.</summary>
    public async Task EndAllAsync()
    {
        await LookAsync();
        foreach (var open in (await ListAsync()).OrderBy(count => count.Id, StringComparer.Ordinal))
            await DecideAsync(open);
    }

    /// <summary>What applied counts did not tell is gone from the warehouse too.</summary>
    public async Task VanishAsync(Dictionary<(string Item, string Warehouse), LedgerLevel> ledger)
    {
        var applied = (await ListAsync()).Where(count => count.State == SnapshotState.Applied).Select(count => count.Id).ToHashSet();
        Applied = applied.Count;
        foreach (var count in _all.Where(count => applied.Contains(count.Id)))
        {
            foreach (var (key, level) in ledger.Where(level => level.Key.Warehouse == count.Warehouse && level.Value.Version < count.Version && IsStocked(level.Value)).ToList())
                ledger[key] = level with { Version = count.Version, OnHand = 0, Allocated = 0, Inbound = null, MadeToOrder = false };
        }
    }

    private static bool IsStocked(LedgerLevel level) => level.OnHand > 0 || level.Inbound is not null || level.MadeToOrder;

    private async Task DecideAsync(Snapshot count)
    {
        if (count.State == SnapshotState.Held)
            Held++;
        if (count.State == SnapshotState.Held && random.Next(2) == 0)
            await lane.Get<Snapshots>().ReleaseAsync(count.Id, "somebody", CancellationToken.None);
        else if (count.State is SnapshotState.Held or SnapshotState.Completed)
            await lane.Get<Snapshots>().DiscardAsync(count.Id, "somebody", CancellationToken.None);
    }

    private Task<IReadOnlyList<Snapshot>> ListAsync() => lane.Get<Snapshots>().ListAsync(CancellationToken.None);
}
