namespace JoorBus.Inventory.Pacing;

/// <summary>What may come until credits come back: what followed moments like the present one, several times, or more of the present where that is new.</summary>
internal sealed record Outlook(IReadOnlyList<Stretch> Stretches, bool IsForeseen)
{
    private const int Slices = 5;
    private const int Most = 8;

    public static Outlook Of(PaceInput input, Arrivals arrivals, TimeSpan length)
    {
        var (now, slice) = (input.Now, input.Window / Slices);
        var known = now - arrivals.Since;
        var most = Recurs(input, arrivals) ? int.MaxValue : input.MostEntries - 1;
        if (known < slice || IsSurprised(arrivals, now, slice))
            return new Outlook([Stretch.Of(arrivals, now, Later(now - slice, arrivals.Since), slice, length, most)], false);
        return known < input.Window
            ? new Outlook([Stretch.Of(arrivals, now, arrivals.Since, known, length, most)], false)
            : new Outlook([.. Starts(arrivals, now, input.Window).Select(start => Stretch.Of(arrivals, start, arrivals.Since, known, length, most))], true);
    }

    // One from each part of what is known, so that not all tell of the same hour.
    private static IEnumerable<DateTimeOffset> Starts(Arrivals arrivals, DateTimeOffset now, TimeSpan window)
    {
        var present = new Likeness(arrivals, now, window);
        var part = (now - arrivals.Since) / Most;
        for (var from = arrivals.Since; from < now - (part / 2); from += part)
        {
            var (start, least) = (from, double.PositiveInfinity);
            for (var i = arrivals.IndexOf(from); i < arrivals.Count && arrivals[i].At < from + part && arrivals[i].At < now - (part / 10); i++)
            {
                if (new Likeness(arrivals, arrivals[i].At, window).To(present) is var distance && distance < least)
                    (start, least) = (arrivals[i].At, distance);
            }

            yield return start;
        }
    }

    // Bursts that were seen before are in what is known already; a load that was not will probably stay.
    private static bool IsSurprised(Arrivals arrivals, DateTimeOffset now, TimeSpan slice)
    {
        var recent = arrivals.IndexOf(now - slice);
        var before = 0;
        for (int first = 0, last = 0; last < recent; last++)
        {
            while (arrivals[last].At - arrivals[first].At >= slice)
                first++;
            before = Math.Max(before, last - first + 1);
        }

        return arrivals.Count - recent > before + (3 * Math.Sqrt(before + 1));
    }

    // A flood that came once is no reason to keep credits for another.
    private static bool Recurs(PaceInput input, Arrivals arrivals)
    {
        DateTimeOffset? first = null;
        for (var i = 0; i < arrivals.Count; i++)
        {
            if (arrivals[i].Entries < input.MostEntries)
                continue;
            first ??= arrivals[i].At;
            if (arrivals[i].At - first > input.Window / 2)
                return true;
        }

        return false;
    }

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
