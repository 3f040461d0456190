using JoorBus.Inventory.Tests.Pacing;

namespace JoorBus.Benchmarks.Stock;

/// <summary>How stale stock gets, change until sent, beside the best that anybody could do who knew all changes beforehand and had the same credits. In virtual time, after one window of learning.</summary>
public static class PaceComparison
{
    private const double Window = 300;
    private const int PerWindow = 48;
    private const int MostEntries = 1000;
    private const int Windows = 4;

    /// <summary>From a change to JOOR's answer when nothing waits, in seconds: part of both figures. Measured on an idle pair of cores.</summary>
    private const double Pipeline = 0.25;

    /// <summary>Of each load all seeds together, then the seeds whose p99 is the median and the worst.</summary>
    /// <param name="seeds">Draws of each load.</param>
    public static IEnumerable<PaceResult> All(int seeds) => new (string Name, int PerWindow, Func<Random, List<double>> Load)[]
    {
        ("lone changes", PerWindow, random => Times(random, r => 11 + (r.NextDouble() * 8))),
        ("steady", PerWindow, random => Times(random, _ => 0.5)),
        ("steady, uneven", PerWindow, random => Uneven(random, 0.3 + (0.7 * random.NextDouble()))),
        ("bursts", PerWindow, random => Bursts(random, _ => 60, _ => 0.05)),
        ("bursts of any size", PerWindow, random => Bursts(random, r => 40 + r.Next(41), r => 0.04 + (0.02 * r.NextDouble()))),
        // Orders take the credits of 20 requests in every window.
        ("flood, orders competing", PerWindow - 20, random => Flooded(Window * 1.5, Times(random, _ => 0.5))),
        ("flood at any moment", PerWindow - 20, random => Flooded(Window * (1.2 + (0.6 * random.NextDouble())), Uneven(random, 0.5))),
    }.SelectMany(shape => Compare(shape.Name, shape.PerWindow, shape.Load, seeds));

    private static IEnumerable<PaceResult> Compare(string name, int perWindow, Func<Random, List<double>> load, int seeds)
    {
        var runs = Enumerable.Range(1, seeds).AsParallel().AsOrdered().Select(seed => Run(perWindow, load(new Random(seed)))).ToList();
        yield return Result(name, [.. runs.SelectMany(run => run.Mine)], [.. runs.SelectMany(run => run.Best)]);
        if (seeds == 1)
            yield break;
        var each = runs.Select(run => Result(name, run.Mine, run.Best)).OrderBy(result => result.P99 / result.BestP99).ToList();
        yield return each[seeds / 2] with { Load = "  median seed" };
        yield return each[^1] with { Load = "  worst seed" };
    }

    private static (List<double> Mine, List<double> Best) Run(int perWindow, List<double> arrivals)
    {
        var paced = new PacedLoad(Window, perWindow, MostEntries).Run(arrivals);
        var optimum = OfflineOptimum.Staleness(arrivals, Window, perWindow, MostEntries);
        var counted = Enumerable.Range(0, arrivals.Count).Where(at => arrivals[at] >= Window && arrivals[at] < (Windows - 1) * Window).ToList();
        return ([.. counted.Select(at => Pipeline + paced[at])], [.. counted.Select(at => Pipeline + optimum[at])]);
    }

    private static PaceResult Result(string name, List<double> mine, List<double> best)
    {
        mine.Sort();
        best.Sort();
        return new PaceResult(name, mine.Average(), best.Average(), At(mine, 0.5), At(best, 0.5), At(mine, 0.99), At(best, 0.99));
    }

    private static List<double> Uneven(Random random, double gap) => Times(random, r => gap * (0.8 + (0.4 * r.NextDouble())));

    private static List<double> Flooded(double at, List<double> steady) => [.. steady.Concat(Enumerable.Repeat(at, 5000)).Order()];

    private static List<double> Bursts(Random random, Func<Random, int> size, Func<Random, double> gap)
    {
        var changes = new List<double>();
        foreach (var burst in Times(random, r => 25 + (r.NextDouble() * 10)))
        {
            var (count, at) = (size(random), burst);
            for (var number = 0; number < count; number++, at += gap(random))
                changes.Add(at);
        }

        changes.Sort();
        return changes;
    }

    private static List<double> Times(Random random, Func<Random, double> gap)
    {
        var times = new List<double>();
        for (var at = gap(random); at < Windows * Window; at += gap(random))
            times.Add(at);
        return times;
    }

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];
}

/// <summary>Seconds from change to answer: ours and the optimum's.</summary>
public sealed record PaceResult(string Load, double Mean, double BestMean, double P50, double BestP50, double P99, double BestP99);
