namespace JoorBus.Inventory.Tests.Pacing;

public sealed class When_the_offline_optimum_is_computed
{
    [Fact]
    public void Should_let_nobody_wait_while_requests_suffice() => OfflineOptimum.Staleness([1, 5, 9], window: 100, perWindow: 3).ShouldAllBe(staleness => staleness == 0);

    [Fact]
    public void Should_join_the_nearest_neighbours() => OfflineOptimum.Staleness([1, 5, 6, 20], window: 100, perWindow: 3).ShouldBe([0, 1, 0, 0]);

    [Fact]
    public void Should_wait_for_the_next_window_where_that_is_cheapest() => OfflineOptimum.Staleness([1, 98, 99], window: 100, perWindow: 1).ShouldBe([0, 2, 1]);

    [Fact]
    public void Should_find_what_trying_everything_finds()
    {
        var seed = TestSeed.Next();
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var arrivals = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(0, 40) / 2d).Order().ToList();
            var perWindow = random.Next(1, 4);
            OfflineOptimum.Staleness(arrivals, window: 10, perWindow).Sum().ShouldBe(ByTrying(arrivals, 10, perWindow), 1e-9, $"seed {seed}, round {round}: {string.Join(' ', arrivals)}, {perWindow} per window");
        }
    }

    private static double ByTrying(List<double> arrivals, double window, int perWindow)
    {
        var moments = arrivals.Concat([window, 2 * window, 3 * window]).Distinct().Order().ToList();
        var best = double.PositiveInfinity;
        for (var chosen = 1; chosen < 1 << moments.Count; chosen++)
        {
            var sends = moments.Where((_, at) => (chosen & (1 << at)) != 0).ToList();
            if (sends[^1] < arrivals[^1] || sends.CountBy(send => (int)(send / window)).Any(of => of.Value > perWindow))
                continue;
            best = Math.Min(best, arrivals.Sum(arrival => sends.First(send => send >= arrival) - arrival));
        }

        return best;
    }
}
