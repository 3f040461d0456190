namespace JoorBus.Inventory.Pacing;

/// <summary>
/// How requests follow changes. One goes when so many wait that it is <paramref name="Enough"/>, or when nothing came for the time of
/// <paramref name="Idle"/>, or when the first that waits was held for <paramref name="Hold"/> and the last request is <paramref name="Gap"/> ago.
/// A full request never waits.
/// </summary>
public readonly record struct Rhythm(int Enough, TimeSpan Idle, TimeSpan Hold, TimeSpan Gap)
{
    /// <summary>Longer than anybody waits.</summary>
    private static readonly TimeSpan Never = TimeSpan.FromDays(1);

    /// <summary>Every change at once.</summary>
    public static readonly Rhythm AtOnce = Every(1, TimeSpan.Zero);

    /// <summary>By number: best where changes come one by one or in bursts.</summary>
    public static Rhythm Every(int enough, TimeSpan idle) => new(enough, idle, Never, TimeSpan.Zero);

    /// <summary>By time.</summary>
    public static Rhythm Spaced(TimeSpan hold, TimeSpan gap) => new(int.MaxValue, Never, hold, gap);

    /// <summary>Whether arrivals like those of now were known long enough to choose from.</summary>
    public bool IsForeseen { get; init; }

    public DateTimeOffset DueAt(int waiting, DateTimeOffset oldestAt, DateTimeOffset newestAt, DateTimeOffset? lastSentAt)
    {
        if (waiting >= Enough)
            return oldestAt;
        var held = oldestAt + Hold;
        if (lastSentAt + Gap is { } rested && rested > held)
            held = rested;
        return newestAt + Idle is var idle && idle < held ? idle : held;
    }
}
