using Xunit.Abstractions;

namespace JoorBus.Inventory.Tests.Pacing;

public sealed class When_load_is_paced(ITestOutputHelper output)
{
    private const double Window = 300;
    private const int PerWindow = 48;
    private const double Closeness = 1.2;

    /// <summary>Shorter than any answer of JOOR's.</summary>
    private const double Least = 0.05;

    public static TheoryData<string> Loads => new() { "lone", "steady", "random", "bursts", "scattered bursts" };

    [Theory]
    [MemberData(nameof(Loads))]
    public void Should_come_close_to_the_best_that_foresight_could_do(string load)
    {
        var arrivals = Arrivals(load, 4 * Window);
        var paced = new PacedLoad(Window, PerWindow, mostEntries: 1000).Run(arrivals);
        var best = OfflineOptimum.Staleness(arrivals, Window, PerWindow);
        var warm = Enumerable.Range(0, arrivals.Count).Where(at => arrivals[at] >= Window && arrivals[at] < 3 * Window).ToList();
        var (mine, theirs) = (warm.Select(at => paced[at]).Order().ToList(), warm.Select(at => best[at]).Order().ToList());

        output.WriteLine($"{load}: {arrivals.Count} changes; mean {mine.Average():0.000} s, best {theirs.Average():0.000} s; p50 {At(mine, 0.5):0.000} / {At(theirs, 0.5):0.000}; p99 {At(mine, 0.99):0.000} / {At(theirs, 0.99):0.000}");
        (Least + mine.Average()).ShouldBeLessThan(Limit(load) * (Least + theirs.Average()));
        (Least + At(mine, 0.99)).ShouldBeLessThan(Limit(load) * (Least + At(theirs, 0.99)));
    }

    // Nobody knows random arrivals beforehand: there foresight places its few requests better than any habit does.
    private static double Limit(string load) => load is "random" ? 3.2 : Closeness;

    private static double At(List<double> sorted, double share) => sorted[(int)(share * (sorted.Count - 1))];

    private static List<double> Arrivals(string load, double until)
    {
        var random = new Random(20260101);
        return load switch
        {
            "lone" => Times(until, _ => 11 + (random.NextDouble() * 8)),
            "steady" => Times(until, _ => 0.5),
            "random" => Times(until, _ => -Math.Log(1 - random.NextDouble()) * 3),
            "bursts" => [.. Enumerable.Range(0, (int)(until / 30)).SelectMany(burst => Enumerable.Range(0, 40).Select(at => (burst * 30) + (at * 0.05)))],
            _ => [.. Times(until, _ => 10 + (random.NextDouble() * 20)).SelectMany(burst => Enumerable.Range(0, 30).Select(at => burst + (at * 0.1)))],
        };
    }

    private static List<double> Times(double until, Func<int, double> gap)
    {
        var times = new List<double>();
        for (var at = gap(0); at < until; at += gap(times.Count))
            times.Add(at);
        return times;
    }
}
