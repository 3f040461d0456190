namespace JoorBus.Joor;

/// <summary>A permit that is under way, as its account sees it.</summary>
public sealed record JoorSpending
{
    public required string Id { get; init; }

    public required int Holder { get; init; }

    public required int Credits { get; init; }

    public required bool IsOrderReading { get; init; }

    public string? Endpoint { get; init; }

    /// <summary>Number of the window it was granted in; 0 for none.</summary>
    public required int Window { get; init; }

    /// <summary>Earliest moment at which it may open a window of JOOR's.</summary>
    public required DateTimeOffset Earliest { get; init; }

    /// <summary>Its attempt has ended by then.</summary>
    public required DateTimeOffset Until { get; init; }
}
