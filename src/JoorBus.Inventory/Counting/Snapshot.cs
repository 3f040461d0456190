namespace JoorBus.Inventory.Counting;

/// <summary>Where a full count stands.</summary>
public enum SnapshotState
{
    /// <summary>Levels are being told.</summary>
    Started,

    /// <summary>Its end was told; levels may still be on their way.</summary>
    Completed,

    /// <summary>What it did not name has stock 0 now.</summary>
    Applied,

    /// <summary>Too much would vanish; a person decides.</summary>
    Held,

    /// <summary>Levels or the beginning never came; nothing was removed.</summary>
    Incomplete,

    /// <summary>A person decided that nothing is removed.</summary>
    Discarded,
}

/// <summary>A full count of the warehouse.</summary>
public sealed record Snapshot
{
    public required string Id { get; init; }

    /// <summary>Key of the connection; empty for every connection, or while the beginning was not told.</summary>
    public required string Connection { get; init; }

    /// <summary>Warehouses counted; null means all.</summary>
    public IReadOnlyList<string>? Warehouses { get; init; }

    /// <summary>Where levels carry sequences: the one at which the count began.</summary>
    public long? Sequence { get; init; }

    /// <summary>Null while the beginning was not told.</summary>
    public DateTimeOffset? StartedAt { get; init; }

    /// <summary>Different levels, by its own word; null while its end was not told.</summary>
    public int? LevelCount { get; init; }

    public DateTimeOffset? CompletedAt { get; init; }

    public required SnapshotState State { get; init; }

    /// <summary>Why it is held, incomplete or discarded.</summary>
    public string? Reason { get; init; }

    /// <summary>Different levels received, when it was last looked at.</summary>
    public int Counted { get; init; }

    /// <summary>Levels that became 0.</summary>
    public int? Removed { get; init; }

    /// <summary>When something of it came last.</summary>
    public required DateTimeOffset ProgressedAt { get; init; }

    public DateTimeOffset? DecidedAt { get; init; }

    /// <summary>The person who decided; null where it was decided by itself.</summary>
    public string? DecidedBy { get; init; }
}
