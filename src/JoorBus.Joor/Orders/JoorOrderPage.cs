namespace JoorBus.Joor;

/// <summary>One page of orders.</summary>
public sealed record JoorOrderPage
{
    /// <summary>Orders as JOOR listed them, readable or not.</summary>
    public required IReadOnlyList<JoorOrderReading> Orders { get; init; }

    /// <summary>StartFrom of the next page; null on the last.</summary>
    public int? NextStart { get; init; }

    /// <summary>Number of orders JOOR gives (total, else count); informative, its meaning is not documented.</summary>
    public int? Total { get; init; }

    /// <summary>JOOR's clock when it answered (HTTP Date, whole seconds).</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>JOOR's log_id of the answer.</summary>
    public string? LogId { get; init; }
}
