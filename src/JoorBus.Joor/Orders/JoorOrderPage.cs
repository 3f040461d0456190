namespace JoorBus.Joor;

/// <summary>One page of orders.</summary>
public sealed record JoorOrderPage
{
    internal static JoorOrderPage Empty { get; } = new() { Orders = [] };

    /// <summary>Orders as JOOR listed them, readable or not.</summary>
    public required IReadOnlyList<JoorOrderReading> Orders { get; init; }

    /// <summary>Set on the last page of a window that was not seen as a whole, since its orders changed during each of several passes: a sentence.</summary>
    public string? Shifted { get; init; }

    /// <summary>StartFrom of v2's next page; null on the last.</summary>
    public int? NextStart { get; init; }

    /// <summary>Number of orders JOOR gives (total, else count); informative, its meaning is not documented.</summary>
    public int? Total { get; init; }

    /// <summary>JOOR's clock when it answered (HTTP Date, whole seconds).</summary>
    public DateTimeOffset? ServerTime { get; init; }

    /// <summary>JOOR's log_id of the answer.</summary>
    public string? LogId { get; init; }
}
