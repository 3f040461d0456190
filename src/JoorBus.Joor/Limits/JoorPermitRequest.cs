namespace JoorBus.Joor;

/// <summary>What one attempt asks of the limits.</summary>
public sealed record JoorPermitRequest
{
    /// <summary>Key of the connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Revision of the connection's options that the attempt will use; 0 for one from configuration.</summary>
    public int Revision { get; init; }

    /// <summary>Key under which JOOR counts the credits: the account id, or what stands for it while JOOR has not revealed it.</summary>
    public required string Account { get; init; }

    /// <summary>Whose concurrency it uses: the connection's own key, or the lender's.</summary>
    public required string Group { get; init; }

    /// <summary>Concurrency of the group: 1 to 25.</summary>
    public required int Concurrency { get; init; }

    /// <summary>Set where only one request at a time may be under way for the account and this endpoint; null where more may.</summary>
    public string? Endpoint { get; init; }

    /// <summary>1 for a read, 5 for a write (JOOR's guide "rate limits").</summary>
    public required int Credits { get; init; }

    /// <summary>Who goes first, and whether the part kept for order reading may be used.</summary>
    public required JoorPriority Priority { get; init; }

    /// <summary>Longest wait; zero answers at once.</summary>
    public TimeSpan Patience { get; init; }

    /// <summary>Longest time the attempt may take; how long a window stays uncertain when no answer reveals when it opened.</summary>
    public TimeSpan LongestAttempt { get; init; } = TimeSpan.FromSeconds(30);
}
