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
    public void Should_send_no_more_in_a_request_than_fits() => OfflineOptimum.Staleness([1, 1, 1, 1, 1], window: 100, perWindow: 2, mostEntries: 2).ShouldBe([0, 0, 0, 0, 99]);

    [Fact]
    public void Should_keep_requests_for_a_flood() => OfflineOptimum.Staleness([1, 2, 50, 50, 50, 50], window: 100, perWindow: 3, mostEntries: 2).ShouldBe([1, 0, 0, 0, 0, 0]);

    [Fact]
    public void Should_find_what_trying_everything_finds()
    {
        var seed = TestSeed.Next();
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var arrivals = Enumerable.Range(0, random.Next(1, 8)).Select(_ => random.Next(0, 40) / 2d).Order().ToList();
            var perWindow = random.Next(1, 4);
            var mostEntries = random.Next(1, 9);
            OfflineOptimum.Staleness(arrivals, window: 10, perWindow, mostEntries).Sum()
                .ShouldBe(ByTrying(arrivals, 10, perWindow, mostEntries), 1e-9, $"seed {seed}, round {round}: {string.Join(' ', arrivals)}, {perWindow} per window of {mostEntries}");
        }
    }

    // Every number of requests at every moment, each taking as many of the oldest as fit.
    private static double ByTrying(List<double> arrivals, double window, int perWindow, int mostEntries)
    {
        var moments = arrivals.Concat(Enumerable.Range(1, 8).Select(number => number * window)).Distinct().Order().ToList();
        return Try(0, 0, -1, 0);

        double Try(int moment, int sent, int lastWindow, int used)
        {
            if (sent == arrivals.Count)
                return 0;
            if (moment == moments.Count)
                return double.PositiveInfinity;
            var at = moments[moment];
            var (now, left) = ((int)(at / window), (int)(at / window) == lastWindow ? perWindow - used : perWindow);
            var (best, waits, staleness) = (Try(moment + 1, sent, now, perWindow - left), arrivals.Count(arrival => arrival <= at), 0d);
            for (var requests = 1; requests <= left && sent < waits; requests++)
            {
                var end = Math.Min(waits, sent + mostEntries);
                for (; sent < end; sent++)
                    staleness += at - arrivals[sent];
                best = Math.Min(best, staleness + Try(moment + 1, sent, now, perWindow - left + requests));
            }

            return best;
        }
    }
}
