using JoorBus.Contracts.Inventory;

namespace JoorBus.Simulators.Wms;

/// <summary>A warehouse's stock in memory: the truth that JOOR's numbers are held against. Sequences grow over all items.</summary>
/// <param name="items">The items; each has a SKU.</param>
/// <param name="warehouses">Names of the warehouses.</param>
/// <param name="connection">The JOOR connection it tells; null tells all.</param>
/// <param name="time">When a level changed.</param>
/// <param name="firstSequence">What the sequences grow from; a warehouse that forgets takes a moment, so that it is newer than it was.</param>
public sealed class WmsStock(IReadOnlyList<StockItem> items, IReadOnlyList<string> warehouses, string? connection = null, TimeProvider? time = null, long firstSequence = 0)
{
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly Dictionary<string, StockItem> _items = items.ToDictionary(item => item.Sku!);
    private readonly Dictionary<(string Sku, string Warehouse), WmsStockEntry> _entries = [];
    private long _sequence = firstSequence;

    public IReadOnlyList<StockItem> Items => items;

    public IReadOnlyList<string> Warehouses => warehouses;

    public string? Connection => connection;

    /// <summary>Levels as they are now.</summary>
    public IReadOnlyList<WmsStockEntry> Ledger()
    {
        lock (_lock)
            return [.. _entries.Values];
    }

    /// <summary>The level as it is now, null when the warehouse has none.</summary>
    public InventoryLevel? Level(string sku, string warehouse)
    {
        lock (_lock)
            return _entries.GetValueOrDefault((sku, warehouse))?.Level;
    }

    /// <summary>Changes a level; the first time it is made of nothing. Gives the level to tell.</summary>
    public InventoryLevel Change(string sku, string warehouse, Func<InventoryLevel, InventoryLevel> change)
    {
        lock (_lock)
        {
            var before = _entries.GetValueOrDefault((sku, warehouse))?.Level ?? new InventoryLevel { Warehouse = warehouse, Item = _items[sku], OnHand = 0 };
            var level = change(before) with { Sequence = ++_sequence };
            _items[sku] = level.Item;
            _entries[(sku, warehouse)] = new WmsStockEntry(level, _time.GetUtcNow());
            return level;
        }
    }

    /// <summary>Sets what can be sold now.</summary>
    public InventoryLevel Set(string sku, string warehouse, int availableToSell) =>
        Change(sku, warehouse, level => level with { AvailableToSell = availableToSell });

    /// <summary>Lets a level be gone without telling it; only a full count shows that.</summary>
    public void Forget(string sku, string warehouse)
    {
        lock (_lock)
            _entries.Remove((sku, warehouse));
    }

    /// <summary>Levels in messages of this size, in order.</summary>
    public IReadOnlyList<WmsAnnouncement> Tell(IReadOnlyList<InventoryLevel> levels, int size, string? snapshotId = null) =>
        [.. levels.Chunk(size).Select(some => WmsStockMessages.Changed(connection, snapshotId, some))];

    /// <summary>A full count as it is now: its start, its levels in hundreds, its end.</summary>
    /// <param name="snapshotId">Never used before.</param>
    /// <param name="isNamed">What the count names; by default all. What it leaves out is not counted either.</param>
    /// <param name="isSent">What of this reaches the bus; by default all. The end counts all the same, so that the count is incomplete.</param>
    public WmsSnapshot Snapshot(string snapshotId, Func<InventoryLevel, bool>? isNamed = null, Func<InventoryLevel, bool>? isSent = null)
    {
        lock (_lock)
        {
            var named = _entries.Values.Select(entry => entry.Level).Where(isNamed ?? (_ => true)).ToList();
            var now = _time.GetUtcNow();
            return new WmsSnapshot(
                WmsStockMessages.Started(connection, snapshotId, _sequence, now),
                Tell([.. named.Where(isSent ?? (_ => true))], WmsSnapshot.LevelsPerMessage, snapshotId),
                WmsStockMessages.Completed(connection, snapshotId, named.Count, now));
        }
    }
}
