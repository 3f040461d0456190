namespace JoorBus.Simulators.Wms;

/// <summary>How a warehouse's messages go astray on their way: late, so that newer ones overtake them, and more than once.</summary>
public sealed record WmsDisorder
{
    public int Seed { get; init; } = 1;

    /// <summary>Share of messages that newer ones overtake, from 0 to 1.</summary>
    public double LateShare { get; init; }

    /// <summary>Share of messages that come twice, the second time perhaps long after.</summary>
    public double RepeatShare { get; init; }

    /// <summary>By how many messages one is late at most.</summary>
    public int LateBy { get; init; } = 50;

    /// <summary>The messages as they arrive; none is lost.</summary>
    public IReadOnlyList<WmsAnnouncement> Of(IReadOnlyList<WmsAnnouncement> told)
    {
        var random = new Random(Seed);
        var arriving = new List<(double At, WmsAnnouncement Message)>();
        foreach (var (place, message) in told.Index())
        {
            arriving.Add((place + Delay(random, LateShare), message));
            if (random.NextDouble() < RepeatShare)
                arriving.Add((place + Delay(random, share: 1), message));
        }
        return [.. arriving.OrderBy(item => item.At).Select(item => item.Message)];
    }

    // Half a place more, so that one which is late by one comes after the next.
    private double Delay(Random random, double share) => random.NextDouble() < share ? random.Next(1, LateBy + 1) + 0.5 : 0;
}
