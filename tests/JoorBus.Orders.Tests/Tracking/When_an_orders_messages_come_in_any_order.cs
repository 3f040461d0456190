using System.Collections.Concurrent;
using JoorBus.Orders.Tests.Tracking.Histories;
using Xunit.Abstractions;

namespace JoorBus.Orders.Tests.Tracking;

public sealed class When_an_orders_messages_come_in_any_order(ITestOutputHelper output)
{
    private const int Histories = 1000;

    [Fact]
    public async Task Should_end_where_the_reference_model_ends()
    {
        var first = TestSeed.Next();
        output.WriteLine($"seeds {first} to {first + Histories - 1}; repeat with JOORBUS_TEST_SEED={first}");
        await using var machine = new OrderMachine();
        var faults = new ConcurrentQueue<string>();
        var steps = 0;

        await Parallel.ForEachAsync(Enumerable.Range(first, Histories), async (seed, _) =>
        {
            var history = new OrderHistory(machine, seed);
            if (await history.RunAsync() is { } fault)
                faults.Enqueue(fault);
            Interlocked.Add(ref steps, history.Steps);
        });

        output.WriteLine($"{steps} steps");
        faults.ShouldBeEmpty($"{faults.Count} of {Histories} histories ended wrong; JOORBUS_TEST_SEED={first} repeats them; the first one:\n{faults.FirstOrDefault()}\n");
    }
}
