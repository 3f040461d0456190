namespace JoorBus.Joor;

/// <summary>All that is remembered about the concurrency of one limit group.</summary>
public sealed record JoorGroupState
{
    public required string Key { get; init; }

    /// <summary>As the latest request said.</summary>
    public int Concurrency { get; init; } = 1;

    public IReadOnlyList<JoorSlot> UnderWay { get; init; } = [];

    public IReadOnlyList<JoorWaiter> Waiters { get; init; } = [];
}
