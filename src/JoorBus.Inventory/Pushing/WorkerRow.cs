namespace JoorBus.Inventory.Pushing;

/// <summary>Where the work for one connection stands, as its lease holder found it.</summary>
internal sealed record WorkerRow
{
    public required string Connection { get; init; }

    public required string Owner { get; init; }

    /// <summary>Counts the takers: whoever holds an older one has lost the lease.</summary>
    public required long Epoch { get; init; }

    public required DateTimeOffset LeaseUntil { get; init; }

    /// <summary>When the former holder's lease ended.</summary>
    public DateTimeOffset? FormerUntil { get; init; }

    public ulong AllXid { get; init; }

    public ulong OwnXid { get; init; }

    public int SettingsVersion { get; init; }

    /// <summary>Last item done of a rebuild; null when none is under way.</summary>
    public string? RebuildAfter { get; init; }

    /// <summary>Mode of stock at the last planning.</summary>
    public string? Mode { get; init; }

    public string? WantedPush { get; init; }

    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Revision of the connection that was paused; another one is tried at once.</summary>
    public int? PausedRevision { get; init; }

    public string? Error { get; init; }

    /// <summary>End of the last full push.</summary>
    public DateTimeOffset? FullAt { get; init; }

    /// <summary>Last item done of a run that sends everything again.</summary>
    public string? ReconcileAfter { get; init; }

    public DateTimeOffset? ReconcileStartedAt { get; init; }

    public DateTimeOffset? ReconciledAt { get; init; }

    /// <summary>Entries that the last run, or the one under way, sent again.</summary>
    public int ReconcileChecked { get; init; }

    /// <summary>Those of them that JOOR refused: what it held was not what was known.</summary>
    public int ReconcileRefused { get; init; }

    /// <summary>A person asked that everything be sent again when credits are left over.</summary>
    public bool WantsReconcile { get; init; }

    /// <summary>Something of the feed, or asked for again, waits to be planned.</summary>
    public bool HasUnplanned { get; init; }

    /// <summary>Something waits to be sent.</summary>
    public bool HasDirty { get; init; }
}
