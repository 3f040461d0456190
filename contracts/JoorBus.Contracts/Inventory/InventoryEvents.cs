namespace JoorBus.Contracts.Inventory;

/// <summary>Stock changed in the warehouse: one level, or many in one message, which costs the bus much less.</summary>
public sealed record InventoryChanged
{
    /// <summary>Name of the JOOR connection; null means every connection.</summary>
    public string? Connection { get; init; }

    /// <summary>The full count these levels are part of; null for a change.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>1 to 10,000 levels.</summary>
    public required IReadOnlyList<InventoryLevel> Levels { get; init; }
}

/// <summary>The warehouse begins to tell all it has. Levels with this snapshot's id follow, in any order.</summary>
public sealed record InventorySnapshotStarted
{
    /// <summary>Chosen by the sender, 1 to 100 characters, never used again.</summary>
    public required string SnapshotId { get; init; }

    /// <inheritdoc cref="InventoryChanged.Connection"/>
    public string? Connection { get; init; }

    /// <summary>WMS names of the warehouses counted; null means all.</summary>
    public IReadOnlyList<string>? Warehouses { get; init; }

    /// <summary>Levels with a newer sequence than this were changed after the count began, and stay. Where levels carry sequences.</summary>
    public long? Sequence { get; init; }

    /// <summary>When the count began; levels newer than this stay. Where levels carry times.</summary>
    public required DateTimeOffset StartedAt { get; init; }
}

/// <summary>Everything has been told. What the snapshot did not name is gone: its stock becomes 0, unless too much would vanish.</summary>
public sealed record InventorySnapshotCompleted
{
    /// <inheritdoc cref="InventorySnapshotStarted.SnapshotId"/>
    public required string SnapshotId { get; init; }

    /// <summary>Different levels told; until that many have been received, nothing is removed.</summary>
    public required int LevelCount { get; init; }

    /// <summary>When the count ended.</summary>
    public DateTimeOffset? CompletedAt { get; init; }
}
