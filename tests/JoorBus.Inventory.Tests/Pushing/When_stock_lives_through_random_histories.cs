using System.Collections.Concurrent;
using System.Globalization;
using Xunit.Abstractions;

namespace JoorBus.Inventory.Tests.Pushing;

public sealed class When_stock_lives_through_random_histories(ITestOutputHelper output)
{
    private const int Lanes = 4;

    /// <summary>JOORBUS_TEST_HISTORIES asks for a longer run.</summary>
    private static int Histories => Environment.GetEnvironmentVariable("JOORBUS_TEST_HISTORIES") is { Length: > 0 } given ? int.Parse(given, CultureInfo.InvariantCulture) : 500;

    [Fact]
    public async Task Should_leave_in_joor_what_the_reference_model_says()
    {
        var first = TestSeed.Next();
        output.WriteLine($"seeds {first} to {first + Histories - 1}; repeat with JOORBUS_TEST_SEED={first}");
        var (faults, seeds) = (new ConcurrentQueue<string>(), new ConcurrentQueue<int>(Enumerable.Range(first, Histories)));
        var (steps, kills, applied, held, orders) = (0, 0, 0, 0, 0);

        await Task.WhenAll(Enumerable.Range(0, Lanes).Select(_ => Task.Run(async () =>
        {
            await using var lane = await Lane.StartAsync();
            while (seeds.TryDequeue(out var seed))
            {
                var history = new StockHistory(lane, seed);
                if (await history.RunAsync() is { } fault)
                    faults.Enqueue($"seed {seed}:\n{fault}");
                Interlocked.Add(ref steps, history.Steps);
                Interlocked.Add(ref kills, history.Kills);
                Interlocked.Add(ref applied, history.CountsApplied);
                Interlocked.Add(ref held, history.CountsHeld);
                Interlocked.Add(ref orders, history.Orders);
            }
        })));

        output.WriteLine($"{steps} steps, {kills} kills, {applied} counts applied, {held} held, {orders} orders");
        faults.ShouldBeEmpty($"{faults.Count} of {Histories} histories ended wrong; the first one:\n{faults.FirstOrDefault()}\n");
    }

    /// <summary>Histories that once ended wrong. The first: JOOR held "made to order" for a place that nothing fed any more, and that was forgotten.</summary>
    [Theory]
    [InlineData(444_851_695)]
    public async Task Should_end_well_where_it_once_did_not(int seed)
    {
        await using var lane = await Lane.StartAsync();
        (await new StockHistory(lane, seed).RunAsync()).ShouldBeNull();
    }
}
