namespace JoorBus.Inventory.Pacing;

/// <summary>
/// How requests follow changes: the first change that waits is held for <paramref name="Hold"/>, so that its neighbours come along, and between two
/// requests lies at least <paramref name="Gap"/>. A full request never waits.
/// </summary>
public readonly record struct Rhythm(TimeSpan Hold, TimeSpan Gap)
{
    /// <summary>Every change at once.</summary>
    public static readonly Rhythm AtOnce = new(TimeSpan.Zero, TimeSpan.Zero);

    public DateTimeOffset DueAt(DateTimeOffset oldestAt, DateTimeOffset? lastSentAt)
    {
        var held = oldestAt + Hold;
        return lastSentAt + Gap is { } rested && rested > held ? rested : held;
    }
}
