namespace JoorBus.Inventory.Pacing;

/// <summary>
/// When the next request goes, so that entries wait as little as the credits allow. Full requests go at once: each entry in them costs least, and
/// nothing is won by letting it wait. What does not fill a request goes in the rhythm that would let entries wait least, in the mean and at worst, if
/// until the credits come back there came what followed moments like the present one before.
/// </summary>
public static class StockPacing
{
    /// <summary>How much seldomer than evenly the last requests of a window may go.</summary>
    private const double Thrift = 2.5;

    // In three-hundredths of a window, which are seconds by default.
    private static readonly double[] Holds = [0, 0.5, 1, 2];
    private static readonly double[] Gaps = [0, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5, 10, 12.5, 15, 20, 25, 30, 40, 50, 60, 80, 100, 150, 200, 300];
    private static readonly double[] EvenGaps = [0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1, 1.05, 1.1, 1.2];
    private static readonly double[] Idles = [0.1, 0.2, 0.35, 0.6, 1, 2, 4, 8, 20];

    public static PaceDecision Decide(PaceInput input, Rhythm rhythm)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.Waiting == 0)
            return new PaceDecision.Wait(null);
        if (input.Affordable <= 0)
            return new PaceDecision.Wait(input.RefillsAt > input.Now ? input.RefillsAt : input.Now + (input.Window / 300));
        if (input.Waiting >= input.MostEntries)
            return new PaceDecision.Send(input.MostEntries);
        if (input.MoreComes)
            return new PaceDecision.Wait(null);
        var due = Later(rhythm.DueAt(input.Waiting, input.OldestAt ?? input.Now, input.NewestAt ?? input.Now, input.LastSentAt), rhythm.IsForeseen ? null : input.LastSentAt + Rest(input));
        return due <= input.Now ? new PaceDecision.Send(input.Waiting) : new PaceDecision.Wait(due);
    }

    /// <summary>The best affordable rhythm. Costs some milliseconds where a window was full of arrivals, so it is not asked for with each decision.</summary>
    public static Rhythm Choose(PaceInput input, Arrivals arrivals)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(arrivals);
        arrivals.Forget(input.Now);
        if (arrivals.Count <= 1 || input.Affordable <= 0)
            return Rhythm.AtOnce;
        var left = Left(input);
        var outlook = Outlook.Of(input, arrivals, left);
        var entries = outlook.Stretches.Sum(stretch => stretch.From(0).Entries + input.Waiting);
        if (entries == 0)
            return Rhythm.AtOnce;
        var (best, least) = (Rhythm.AtOnce, double.PositiveInfinity);
        foreach (var rhythm in Candidates(input, left, arrivals))
        {
            var trial = new RhythmTrial(rhythm, input, entries);
            var isBetter = true;
            for (var i = 0; isBetter && i < outlook.Stretches.Count; i++)
                isBetter = trial.Add(outlook.Stretches[i], least);
            if (isBetter && trial.Cost < least)
                (best, least) = (rhythm, trial.Cost);
        }

        return best with { IsForeseen = outlook.IsForeseen };
    }

    private static IEnumerable<Rhythm> Candidates(PaceInput input, TimeSpan left, Arrivals arrivals)
    {
        var unit = input.Window / 300;
        yield return Rhythm.AtOnce;
        for (var enough = 2; enough < input.MostEntries && enough <= arrivals.Entries; enough = Math.Max(enough + 1, enough * 8 / 7))
        {
            foreach (var idle in Idles)
                yield return Rhythm.Every(enough, unit * idle);
        }

        var even = left / input.Affordable;
        foreach (var gap in Gaps.Select(gap => unit * gap).Concat(EvenGaps.Select(part => even * part)))
        {
            foreach (var hold in Holds)
                yield return Rhythm.Spaced(unit * hold, gap);
        }
    }

    // A load that nobody foresaw could spend a whole window's credits in its first seconds, and what follows would wait for the next.
    private static TimeSpan Rest(PaceInput input)
    {
        var even = Left(input) / input.Affordable;
        return even > Thrift * input.Window / input.PerWindow ? even : TimeSpan.Zero;
    }

    private static TimeSpan Left(PaceInput input) => input.RefillsAt > input.Now ? input.RefillsAt.Value - input.Now : input.Window;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset? other) => other > one ? other.Value : one;
}
