using JoorBus.Inventory.Counting;

namespace JoorBus.Inventory.Tests.Counting;

public sealed class When_too_much_would_vanish
{
    [Fact]
    public async Task Should_wait_for_a_person()
    {
        await using var host = await HeldAsync();
        (await host.ReadAsync("full")).ShouldSatisfyAllConditions(
            count => count.State.ShouldBe(SnapshotState.Held),
            count => count.Reason.ShouldBe("3 of 4 levels with stock would become 0, which is more than the allowed share of 0.2; it names 1 levels"));
        (await host.StockAsync()).ShouldBe(["A|NJ|1", "B|NJ|1", "C|NJ|1", "D|NJ|1"]);
    }

    [Fact]
    public async Task Should_apply_it_when_released()
    {
        await using var host = await HeldAsync();
        (await host.Snapshots.ReleaseAsync("full", "ann", CancellationToken.None)).ShouldBeOfType<SnapshotOutcome.Done>().Snapshot.ShouldSatisfyAllConditions(
            count => count.State.ShouldBe(SnapshotState.Applied), count => count.Removed.ShouldBe(3), count => count.DecidedBy.ShouldBe("ann"));
        (await host.StockAsync()).ShouldBe(["A|NJ|1", "B|NJ|0", "C|NJ|0", "D|NJ|0"]);
        (await host.Snapshots.ReleaseAsync("full", "ann", CancellationToken.None)).ShouldBeOfType<SnapshotOutcome.NotAllowed>();
    }

    [Fact]
    public async Task Should_forget_it_when_discarded()
    {
        await using var host = await HeldAsync();
        (await host.Snapshots.DiscardAsync("full", "ann", CancellationToken.None)).ShouldBeOfType<SnapshotOutcome.Done>();
        (await host.LookAsync("full")).State.ShouldBe(SnapshotState.Discarded);
        (await host.Snapshots.ReleaseAsync("full", "ann", CancellationToken.None)).ShouldBeOfType<SnapshotOutcome.NotAllowed>();
        (await host.Snapshots.DiscardAsync("other", "ann", CancellationToken.None)).ShouldBeOfType<SnapshotOutcome.NotFound>();
        (await host.StockAsync()).ShouldBe(["A|NJ|1", "B|NJ|1", "C|NJ|1", "D|NJ|1"]);
    }

    [Fact]
    public async Task Should_keep_what_a_later_count_told_when_an_old_one_is_released()
    {
        await using var host = await HeldAsync();
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.BeginAsync("second", sequence: 20);
        await host.TellAsync("second", Stock.Level("A", 1, 1), Stock.Level("B", 1, 1), Stock.Level("C", 1, 1), Stock.Level("D", 1, 1));
        await host.Snapshots.ReleaseAsync("full", "ann", CancellationToken.None);
        (await host.StockAsync()).ShouldBe(["A|NJ|1", "B|NJ|1", "C|NJ|1", "D|NJ|1"]);
    }

    private static async Task<CountHost> HeldAsync()
    {
        var host = await CountHost.StartAsync();
        await host.Stock.ReceiveAsync(Stock.Level("A", 1, 1), Stock.Level("B", 1, 1), Stock.Level("C", 1, 1), Stock.Level("D", 1, 1));
        await host.BeginAsync("full", sequence: 10);
        await host.TellAsync("full", Stock.Level("A", 1, 1));
        await host.EndAsync("full", levels: 1);
        await host.LookAsync("full");
        return host;
    }
}
