namespace JoorBus.Inventory.Pacing;

/// <summary>Arrivals of some length of time, in seconds from its beginning.</summary>
internal sealed class Stretch
{
    private readonly (double Entries, double Sum, double Squares)[] _from;

    public Stretch(double length, double[] times, int[] entries)
    {
        (Length, Times, Entries, _from) = (length, times, entries, new (double, double, double)[times.Length + 1]);
        for (var i = times.Length - 1; i >= 0; i--)
            _from[i] = (_from[i + 1].Entries + entries[i], _from[i + 1].Sum + (entries[i] * times[i]), _from[i + 1].Squares + (entries[i] * times[i] * times[i]));
    }

    public double Length { get; }

    public double[] Times { get; }

    public int[] Entries { get; }

    /// <summary>Entries from an arrival on, their times together and the squares of these.</summary>
    public (double Entries, double Sum, double Squares) From(int index) => _from[index];

    /// <summary>What followed <paramref name="start"/>, and when that comes to the present, what is known since <paramref name="since"/> in rounds of <paramref name="period"/>; without arrivals of more than <paramref name="most"/>.</summary>
    public static Stretch Of(Arrivals arrivals, DateTimeOffset start, DateTimeOffset since, TimeSpan period, TimeSpan length, int most)
    {
        var seconds = length.TotalSeconds;
        var (times, entries) = (new List<double>(), new List<int>());
        var (first, next) = (arrivals.IndexOf(since), arrivals.IndexOf(start + TimeSpan.FromTicks(1)));
        for (var offset = (since - start).TotalSeconds; offset < seconds && first < arrivals.Count; offset += period.TotalSeconds)
        {
            for (; next < arrivals.Count && offset + (arrivals[next].At - since).TotalSeconds is var at && at < seconds; next++)
            {
                if (arrivals[next].Entries > most)
                    continue;
                times.Add(at);
                entries.Add(arrivals[next].Entries);
            }

            next = first;
        }

        return new Stretch(seconds, [.. times], [.. entries]);
    }
}
