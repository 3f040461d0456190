namespace JoorBus.Inventory.Pacing;

/// <summary>What the pace of one connection is decided from, at one moment.</summary>
public sealed record PaceInput
{
    public required DateTimeOffset Now { get; init; }

    /// <summary>Entries that wait to be sent; more than <see cref="MostEntries"/> need not be counted.</summary>
    public required int Waiting { get; init; }

    /// <summary>Since when the oldest of them waits.</summary>
    public DateTimeOffset? OldestAt { get; init; }

    /// <summary>When the newest of them came.</summary>
    public DateTimeOffset? NewestAt { get; init; }

    /// <summary>More is known than has been planned, so that a request that is not full would be a waste.</summary>
    public bool MoreComes { get; init; }

    /// <summary>Requests that the credits left to this connection pay.</summary>
    public required int Affordable { get; init; }

    /// <summary>Requests that the credits of a whole window pay.</summary>
    public required int PerWindow { get; init; }

    /// <summary>When credits come back; null when all are there.</summary>
    public DateTimeOffset? RefillsAt { get; init; }

    /// <summary>Length of JOOR's window of credits.</summary>
    public required TimeSpan Window { get; init; }

    /// <summary>Entries of a full request.</summary>
    public required int MostEntries { get; init; }

    /// <summary>When the last request left.</summary>
    public DateTimeOffset? LastSentAt { get; init; }
}
