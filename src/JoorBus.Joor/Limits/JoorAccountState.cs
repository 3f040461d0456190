namespace JoorBus.Joor;

/// <summary>All that is remembered about the credits of one account.</summary>
public sealed record JoorAccountState
{
    public required string Key { get; init; }

    /// <summary>The account id that JOOR revealed for this key; its state holds everything then.</summary>
    public string? AliasOf { get; init; }

    public JoorWindow? Window { get; init; }

    /// <summary>Number of the newest window so far.</summary>
    public int Windows { get; init; }

    public IReadOnlyList<JoorLateCredits> Late { get; init; } = [];

    public IReadOnlyList<JoorSpending> UnderWay { get; init; } = [];

    public IReadOnlyList<JoorWaiter> Waiters { get; init; } = [];

    /// <summary>After a 429.</summary>
    public DateTimeOffset? BlockedUntil { get; init; }

    /// <summary>429s that came although the limits were kept.</summary>
    public int Defects { get; init; }

    /// <summary>When dead holders were looked for last.</summary>
    public DateTimeOffset SweptAt { get; init; }
}
