using JoorBus.Joor;
using JoorBus.Orders.Polling;

namespace JoorBus.Orders.Tests.Polling;

public sealed class When_several_hosts_poll
{
    [Fact]
    public async Task Should_let_one_of_them_work()
    {
        await using var host = await PollingHost.StartAsync();
        await host.TryLeaseAsync("host-0");
        host.Clock.Advance(TimeSpan.FromMinutes(1));

        var answers = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => host.TryLeaseAsync($"host-{number}")));

        answers.OfType<LeaseAnswer.Taken>().ShouldHaveSingleItem();
        answers.OfType<LeaseAnswer.NotBefore>().ShouldAllBe(answer => answer.At <= host.Clock.GetUtcNow().AddMinutes(1));
    }

    [Fact]
    public async Task Should_say_when_to_ask_again()
    {
        await using var host = await PollingHost.StartAsync();
        await host.LeaseAsync("host-1");

        (await host.TryLeaseAsync("host-2")).ShouldBe(new LeaseAnswer.NotBefore(host.Clock.GetUtcNow().AddMinutes(1)));
    }

    [Fact]
    public async Task Should_let_another_take_over_when_the_lease_is_over()
    {
        await using var host = await PollingHost.StartAsync();
        await host.LeaseAsync("host-1");

        host.Clock.Advance(TimeSpan.FromMinutes(1));

        (await host.LeaseAsync("host-2")).Lease.Owner.ShouldBe("host-2");
    }

    [Fact]
    public async Task Should_poll_no_sooner_than_the_interval()
    {
        await using var host = await PollingHost.StartAsync();
        await host.RoundAsync("host-1");

        (await host.TryLeaseAsync("host-2")).ShouldBe(new LeaseAnswer.NotBefore(host.Clock.GetUtcNow() + host.Connection.PollInterval));
        host.Clock.Advance(host.Connection.PollInterval);
        await host.LeaseAsync("host-2");
    }

    [Fact]
    public async Task Should_store_and_announce_nothing_on_a_lost_lease()
    {
        await using var host = await PollingHost.StartAsync();
        var lost = await host.LeaseAsync("host-1");
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        await host.LeaseAsync("host-2");
        var reading = new JoorOrderReading.Readable(OrderSamples.AnOrder(), [1]);

        var stored = await host.Pages.StoreAsync([reading], JoorOrderFilter.Approved, host.Rules, lost.Lease, CancellationToken.None);

        stored.ShouldBeNull();
        host.Delivered.All.ShouldBeEmpty();
        (await host.ScalarAsync<int>("select (select count(*) from joor_orders) + (select count(*) from outbox) + (select count(*) from order_timeline)")).ShouldBe(0);
    }

    [Fact]
    public async Task Should_announce_an_order_once_when_two_store_it_at_the_same_time()
    {
        await using var host = await PollingHost.StartAsync();
        var lease = (await host.LeaseAsync("host-1")).Lease;
        var reading = new JoorOrderReading.Readable(OrderSamples.AnOrder(), [1]);

        var changed = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => host.Pages.StoreAsync([reading], JoorOrderFilter.Approved, host.Rules, lease, CancellationToken.None)));

        changed.Sum().ShouldBe(1);
        host.Delivered.Events("joor-order-received").ShouldBe([("172728", 1)]);
    }
}
