namespace JoorBus.Inventory.Receiving;

/// <summary>A level as it is stored.</summary>
internal sealed record LevelRow
{
    /// <summary>Key of the connection; empty for every connection.</summary>
    public required string Connection { get; init; }

    public required string Item { get; init; }

    public required string Warehouse { get; init; }

    public required long Version { get; init; }

    public required DateTime AsOf { get; init; }

    public int? OnHand { get; init; }

    public int? Allocated { get; init; }

    public int? Available { get; init; }

    /// <summary>See <see cref="InboundText"/>.</summary>
    public string? Inbound { get; init; }

    public bool MadeToOrder { get; init; }

    public required string Identity { get; init; }

    /// <summary>The count that told this level last, and the version it told.</summary>
    public string? Snapshot { get; init; }

    public long? SnapshotVersion { get; init; }

    public static int Compare(LevelRow one, LevelRow other)
    {
        var byItem = string.CompareOrdinal(one.Item, other.Item);
        var byWarehouse = byItem != 0 ? byItem : string.CompareOrdinal(one.Warehouse, other.Warehouse);
        return byWarehouse != 0 ? byWarehouse : string.CompareOrdinal(one.Connection, other.Connection);
    }
}
