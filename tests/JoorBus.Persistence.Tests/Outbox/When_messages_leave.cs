using JoorBus.Persistence.Committing;
using JoorBus.TestKit;

namespace JoorBus.Persistence.Tests.Outbox;

public sealed class When_messages_leave
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Should_hand_them_to_the_broker_at_once_and_forget_them()
    {
        await using var host = await Host.StartAsync();

        await host.CommitAsync((unit, _) => unit.Send(host.Message(1)), deliver: true);

        var delivered = host.Broker.Delivered.ShouldHaveSingleItem();
        (delivered.MessageId, delivered.Destination).ShouldBe((Note.IdOf(1), "exchange:notes"));
        delivered.Body.ShouldBe(host.Message(1).Body);
        await ShouldBeForgottenAsync(host);
    }

    [Fact]
    public async Task Should_sweep_what_the_broker_did_not_take_when_the_lease_is_over()
    {
        await using var host = await Host.StartAsync();
        host.Broker.IsDown = true;
        await host.CommitAsync((unit, _) => unit.Send(host.Message(1)), deliver: true);
        host.Broker.IsDown = false;

        (await host.Sweeper.SweepAsync(CancellationToken.None)).ShouldBe(0);
        host.Clock.Advance(Lease);
        (await host.Sweeper.SweepAsync(CancellationToken.None)).ShouldBe(1);

        host.Broker.Delivered.ShouldHaveSingleItem().MessageId.ShouldBe(Note.IdOf(1));
        await ShouldBeForgottenAsync(host);
    }

    [Fact]
    public async Task Should_keep_them_while_the_broker_stays_away()
    {
        await using var host = await Host.StartAsync();
        host.Broker.IsDown = true;
        await host.CommitAsync((unit, _) => unit.Send(host.Message(1)));

        for (var sweep = 0; sweep < 5; sweep++)
        {
            host.Clock.Advance(Lease);
            (await host.Sweeper.SweepAsync(CancellationToken.None)).ShouldBe(1);
        }

        (await host.ScalarAsync<int>("select attempts from outbox")).ShouldBe(5);
    }

    [Fact]
    public async Task Should_be_delivered_by_another_host_when_theirs_died()
    {
        var (database, clock) = (await TestDatabase.CreateAsync(), new ManualClock(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)));
        await using (var dying = await Host.StartAsync(database, clock: clock))
        {
            await dying.CommitAsync((unit, _) => unit.Send(dying.Message(1)));
        }

        await using var other = await Host.StartAsync(database, clock: clock);
        clock.Advance(Lease);
        await other.Sweeper.SweepAsync(CancellationToken.None);

        other.Broker.Delivered.ShouldHaveSingleItem().MessageId.ShouldBe(Note.IdOf(1));
    }

    [Fact]
    public async Task Should_be_claimed_by_one_sweeper_at_a_time()
    {
        var (database, clock) = (await TestDatabase.CreateAsync(), new ManualClock(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)));
        await using var one = await Host.StartAsync(database, clock: clock);
        await using var other = await Host.StartAsync(database, clock: clock);
        await one.CommitAsync((unit, _) =>
        {
            for (var number = 0; number < 550; number++)
                unit.Send(one.Message(number));
        });
        clock.Advance(Lease);

        var swept = await Task.WhenAll(Enumerable.Range(0, 8).Select(number => (number % 2 == 0 ? one : other).Sweeper.SweepAsync(CancellationToken.None)));

        swept.Sum().ShouldBe(550);
        one.Broker.Delivered.Concat(other.Broker.Delivered).Select(message => message.MessageId).Distinct().Count().ShouldBe(550);
        (one.Broker.Delivered.Count + other.Broker.Delivered.Count).ShouldBe(550);
        await ShouldBeForgottenAsync(one);
    }

    [Fact]
    public async Task Should_be_claimed_again_when_the_sweeper_died()
    {
        var (database, clock) = (await TestDatabase.CreateAsync(), new ManualClock(new DateTimeOffset(2026, 1, 1, 12, 0, 0, TimeSpan.Zero)));
        await using var one = await Host.StartAsync(database, clock: clock);
        await using var other = await Host.StartAsync(database, clock: clock);
        await one.CommitAsync((unit, _) => unit.Send(one.Message(1)));
        clock.Advance(Lease);
        one.Broker.IsDown = true;
        await one.Sweeper.SweepAsync(CancellationToken.None);

        (await other.Sweeper.SweepAsync(CancellationToken.None)).ShouldBe(0);
        clock.Advance(Lease);
        (await other.Sweeper.SweepAsync(CancellationToken.None)).ShouldBe(1);
    }

    [Fact]
    public async Task Should_not_leave_before_their_time()
    {
        await using var host = await Host.StartAsync();
        await host.CommitAsync((unit, _) => unit.Send(host.Message(1, delay: TimeSpan.FromHours(1))), deliver: true);

        host.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromMilliseconds(1));
        (await host.Sweeper.SweepAsync(CancellationToken.None)).ShouldBe(0);
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        (await host.Sweeper.SweepAsync(CancellationToken.None)).ShouldBe(1);

        host.Broker.Delivered.Count.ShouldBe(1);
    }

    // The sweeper would sleep for the ten minutes of its lease.
    [Fact]
    public async Task Should_wake_the_sweeper_when_they_are_delayed()
    {
        await using var host = await Host.StartAsync(configure: options => options.OutboxLease = TimeSpan.FromMinutes(10));
        await host.Sweeper.StartAsync(CancellationToken.None);
        await Eventually.BecomesTrueAsync(
            async () => await host.ScalarAsync<int>("select count(*) from pg_stat_activity where query = 'listen joorbus_outbox' or wait_event = 'ClientRead' and query like 'select min(due_at)%'") > 0,
            "the sweeper sleeps");

        await host.CommitAsync((unit, _) => unit.Send(host.Message(1, delay: TimeSpan.Zero)));

        await Eventually.BecomesTrueAsync(() => host.Broker.Delivered.Count == 1, "the delayed message is delivered");
        await host.Sweeper.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Should_give_up_waiting_for_the_broker_when_the_lease_is_over()
    {
        await using var host = await Host.StartAsync();
        var never = new TaskCompletionSource();
        host.Broker.Gate = never.Task;

        var delivering = host.CommitAsync((unit, _) => unit.Send(host.Message(1)), deliver: true);
        await Eventually.BecomesTrueAsync(() => host.Broker.Attempts == 1, "the broker is asked");
        host.Clock.Advance(Lease);

        (await delivering).ShouldBe(CommitOutcome.Committed.Instance);
        (await host.CountAsync("outbox")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_be_stored_once_when_they_are_sent_twice()
    {
        await using var host = await Host.StartAsync();

        await host.CommitAsync((unit, _) => unit.Send(host.Message(1)));
        await host.CommitAsync((unit, _) => unit.Send(host.Message(1)));
        await host.CommitAsync((unit, _) => unit.Send(host.Message(1, "exchange:others")));

        (await host.CountAsync("outbox")).ShouldBe(2);
    }

    private static Task ShouldBeForgottenAsync(Host host) =>
        Eventually.BecomesTrueAsync(async () => await host.CountAsync("outbox") == 0, "the outbox is empty");
}
