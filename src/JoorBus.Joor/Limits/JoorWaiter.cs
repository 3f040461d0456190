namespace JoorBus.Joor;

/// <summary>One attempt that asks for a permit, as the state of the limits keeps it while it waits.</summary>
public sealed record JoorWaiter
{
    /// <summary>Unique over all copies.</summary>
    public required string Id { get; init; }

    /// <summary>The process that waits; what a dead one left behind is swept away.</summary>
    public required int Holder { get; init; }

    public required string Connection { get; init; }

    public int Revision { get; init; }

    public required string Account { get; init; }

    public required string Group { get; init; }

    public required int Concurrency { get; init; }

    public string? Endpoint { get; init; }

    public required int Credits { get; init; }

    public required JoorPriority Priority { get; init; }

    /// <summary>Decides among waiters of one priority.</summary>
    public required DateTimeOffset Arrived { get; init; }

    /// <summary>From then on nobody waits behind it any more, even if it could not say that it gave up.</summary>
    public required DateTimeOffset GivesUpAt { get; init; }

    public required TimeSpan LongestAttempt { get; init; }

    /// <summary>What it lacked when it asked last.</summary>
    public JoorLack Lacks { get; init; }
}
