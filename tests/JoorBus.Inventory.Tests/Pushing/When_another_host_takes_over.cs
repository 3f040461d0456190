using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Pushing;
using JoorBus.TestKit;

namespace JoorBus.Inventory.Tests.Pushing;

public sealed class When_another_host_takes_over
{
    [Theory]
    [InlineData(PushStage.Claimed)]
    [InlineData(PushStage.Sent)]
    public async Task Should_go_on_within_a_minute_after_a_kill(object killedAt)
    {
        await using var stock = await SteppedStock.StartAsync();
        await stock.LevelAsync("a", 5, version: 1);
        stock.Lane.Stages = new DeathAt((PushStage)killedAt);
        await Should.ThrowAsync<KilledException>(stock.RestAsync);
        var (killed, before) = (stock.Now, stock.Joor.Requests.Count);
        stock.Lane.Stages = new NoPushStages();

        while (!await stock.TakeAsync("second"))
            stock.Lane.Clock.Advance(TimeSpan.FromSeconds(1));
        (stock.Now - killed).ShouldBe(new InventoryOptions().WorkerLease);
        await stock.RestAsync();

        (stock.Now - killed).ShouldBe(new InventoryOptions().WorkerLease + new InventoryOptions().LateEffect);
        stock.Joor.Requests.Count.ShouldBe(before + 1);
        stock.Joor.Stock.ShouldBe(new Dictionary<string, int> { ["a"] = 5 });
    }

    [Theory]
    [InlineData(30)]
    [InlineData(180)]
    public async Task Should_begin_a_request_only_with_a_lease_for_a_whole_attempt(int requestTimeout)
    {
        await using var stock = await SteppedStock.StartAsync();
        stock.Connection = new() { Name = SteppedStock.Key, Token = "token", RequestTimeout = TimeSpan.FromSeconds(requestTimeout) };
        await stock.LevelAsync("a", 5, version: 1);
        stock.Lane.Clock.Advance(TimeSpan.FromSeconds(30));
        TimeSpan known = default, stored = default;
        stock.Joor.Answer = async (entries, _) =>
        {
            known = stock.Work!.Lease.Until - stock.Now;
            stored = (await stock.Lane.Database.ReadAsync("select lease_until from inventory_workers", reader => reader.GetFieldValue<DateTimeOffset>(0), CancellationToken.None))[0] - stock.Now;
            return ListeningJoor.Passed(entries);
        };
        while (stock.Joor.Requests.Count == 0)
            (await stock.StepAsync()).IsLost.ShouldBeFalse();

        known.ShouldBeGreaterThanOrEqualTo(TimeSpan.FromSeconds(requestTimeout) + stock.Lane.Parts.LeaseMargin);
        stored.ShouldBe(known);
        (await stock.TakeAsync("second")).ShouldBeFalse();
    }

    [Fact]
    public async Task Should_have_nothing_under_way_when_a_lease_that_was_not_renewed_ends()
    {
        await using var stock = await SteppedStock.StartAsync();
        await stock.LevelAsync("a", 5, version: 1);
        stock.Joor.Answer = async (_, token) =>
        {
            await Task.Delay(Timeout.Infinite, token);
            throw new InvalidOperationException("it was cancelled");
        };
        var resting = stock.RestAsync();
        await Eventually.BecomesTrueAsync(() => stock.Joor.Requests.Count == 1 && stock.Lane.Clock.ArmedTimers > 0, "the request is under way");
        var until = stock.Work!.Lease.Until;
        stock.Joor.Answer = (entries, _) => Task.FromResult(ListeningJoor.Passed(entries));
        stock.Lane.Clock.Advance(until - stock.Now - TimeSpan.FromSeconds(1));
        await resting;

        stock.Joor.Requests.Count.ShouldBe(2);
        var first = (await stock.Lane.Database.ReadAsync("select data ->> 'State', (data ->> 'EndedAt')::timestamptz from mt_doc_inventorypush order by data ->> 'StartedAt' limit 1", reader => (reader.GetString(0), reader.GetFieldValue<DateTimeOffset>(1)), CancellationToken.None))[0];
        first.Item1.ShouldBe("Unknown");
        first.Item2.ShouldBeLessThan(until);
    }

    [Fact]
    public async Task Should_keep_a_request_under_way_while_its_lease_is_renewed()
    {
        await using var stock = await SteppedStock.StartAsync();
        await stock.LevelAsync("a", 5, version: 1);
        var answer = new TaskCompletionSource();
        stock.Joor.Answer = async (entries, token) =>
        {
            await answer.Task.WaitAsync(token);
            return ListeningJoor.Passed(entries);
        };
        var resting = stock.RestAsync();
        await Eventually.BecomesTrueAsync(() => stock.Joor.Requests.Count == 1 && stock.Lane.Clock.ArmedTimers > 0, "the request is under way");
        for (var look = 0; look < 20; look++)
        {
            stock.Lane.Clock.Advance(TimeSpan.FromSeconds(10));
            var rows = await stock.Lane.Workers.LeaseAsync([SteppedStock.Key], "first", stock.Now, new InventoryOptions().WorkerLease, CancellationToken.None);
            stock.Work!.Lease.Renew(rows.ShouldHaveSingleItem().LeaseUntil);
        }

        answer.SetResult();
        await resting;
        stock.Joor.Requests.Count.ShouldBe(1);
        stock.Joor.Stock.ShouldContainKey("a");
    }

    private sealed class DeathAt(PushStage last) : IPushStages
    {
        public Task ReachedAsync(PushStage stage) => stage == last ? throw new KilledException() : Task.CompletedTask;
    }
}
