namespace JoorBus.Inventory.Listing;

/// <summary>Where the stock of one connection stands.</summary>
public sealed record StockFigures
{
    /// <summary>Name of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Whether its stock is pushed at all.</summary>
    public required bool IsOn { get; init; }

    /// <summary>Numbers that JOOR does not hold yet.</summary>
    public required long Pending { get; init; }

    /// <summary>Since when the oldest of them waits.</summary>
    public DateTimeOffset? OldestPending { get; init; }

    public required long Refused { get; init; }

    /// <summary>Numbers that JOOR holds as it shall.</summary>
    public required long Pushed { get; init; }

    public required long Unmatched { get; init; }

    public required long Skipped { get; init; }

    /// <summary>When JOOR took something last.</summary>
    public DateTimeOffset? LastPushAt { get; init; }

    /// <summary>Warehouses of the WMS that feed none of JOOR's, with the levels in them.</summary>
    public IReadOnlyList<UnmappedWarehouse> Unmapped { get; init; } = [];

    /// <summary>Full counts that wait for a person.</summary>
    public required long HeldSnapshots { get; init; }

    /// <summary>What a person asked for that is still to be done, such as a full push.</summary>
    public string? Asked { get; init; }

    /// <summary>Why an overwrite waits for a person, with numbers.</summary>
    public string? Held { get; init; }

    /// <summary>True while everything is sent again with leftover credits, or is about to be.</summary>
    public bool IsReconciling { get; init; }

    public DateTimeOffset? ReconciledAt { get; init; }

    /// <summary>Set while nothing is tried after an error.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>True while all items are looked at anew, after a change of settings.</summary>
    public bool IsRebuilding { get; init; }

    /// <summary>Why nothing is pushed now.</summary>
    public string? Error { get; init; }

    /// <summary>Credits of JOOR left to the account, over all hosts.</summary>
    public int? CreditsLeft { get; init; }
}

/// <summary>A warehouse of the WMS that feeds none of JOOR's.</summary>
public sealed record UnmappedWarehouse(string Warehouse, long Levels);

/// <summary>How far pushing is; cheap enough to be asked for every second. While planning, more may turn out to be pending.</summary>
public sealed record StockProgress(string Connection, bool IsOn, long Pending, long Refused, string? Asked, string? Held, bool IsPlanning, bool IsReconciling, string? Error);
