using JoorBus.Inventory.Tests.Pacing;

namespace JoorBus.Benchmarks.Stock;

/// <summary>How stale stock gets, change until sent, beside the best that anybody could do who knew all changes beforehand and had the same credits. In virtual time, after one window of learning.</summary>
public static class PaceComparison
{
    private const double Window = 300;
    private const int PerWindow = 48;
    private const int MostEntries = 1000;
    private const int Windows = 4;
    private const int Seeds = 5;

    /// <summary>From a change to JOOR's answer when nothing waits, in seconds: part of both figures. Measured on an idle pair of cores.</summary>
    private const double Pipeline = 0.25;

    public static IEnumerable<PaceResult> All() => new (string Name, int PerWindow, Func<Random, List<double>> Load)[]
    {
        ("lone changes", PerWindow, random => Times(random, r => 11 + (r.NextDouble() * 8))),
        ("steady", PerWindow, random => Times(random, _ => 0.5)),
        ("bursts", PerWindow, random => [.. Times(random, r => 25 + (r.NextDouble() * 10)).SelectMany(burst => Enumerable.Range(0, 60).Select(number => burst + (number * 0.05)))]),
        // Orders take the credits of 20 requests in every window.
        ("flood, orders competing", PerWindow - 20, random => [.. Times(random, _ => 0.5).Concat(Enumerable.Repeat(Window * 1.5, 5000)).Order()]),
    }.Select(shape => Compare(shape.Name, shape.PerWindow, shape.Load));

    private static PaceResult Compare(string name, int perWindow, Func<Random, List<double>> load)
    {
        var (mine, best) = (new List<double>(), new List<double>());
        for (var seed = 1; seed <= Seeds; seed++)
        {
            var arrivals = load(new Random(seed));
            var paced = new PacedLoad(Window, perWindow, MostEntries).Run(arrivals);
            var optimum = OfflineOptimum.Staleness(arrivals, Window, perWindow, MostEntries);
            foreach (var at in Enumerable.Range(0, arrivals.Count).Where(at => arrivals[at] >= Window && arrivals[at] < (Windows - 1) * Window))
            {
                mine.Add(Pipeline + paced[at]);
                best.Add(Pipeline + optimum[at]);
            }
        }
        mine.Sort();
        best.Sort();
        return new PaceResult(name, mine.Average(), best.Average(), At(mine, 0.5), At(best, 0.5), At(mine, 0.99), At(best, 0.99));
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
