using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Pushing;
using JoorBus.Products.Storing;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_hosts_share_a_connection
{
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    [Theory]
    [InlineData("v2 JSON")]
    [InlineData("v4")]
    public async Task Should_push_each_style_once_when_both_begin_together(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind);
        await using var other = host.Another();
        await host.ChangeAsync([.. Enumerable.Range(100, 8).Select(number => Styles.Dress($"D-{number}"))]);

        var requests = await host.RequestsOfAsync(() => Task.WhenAll(host.TurnAsync("host-1"), other.TurnAsync("host-2")));

        requests.Count(request => request.Method != "GET").ShouldBe(kind == "v4" ? 3 : 1);
        host.Joor.Ledger().Accounts.Single().Styles.Count(style => style.Skus.Count == 6).ShouldBe(8);
        (host.Delivered.Styles("product-pushed").Count + other.Delivered.Styles("product-pushed").Count).ShouldBe(8);
    }

    [Fact]
    public async Task Should_find_a_linesheet_that_the_other_has_made_meanwhile()
    {
        await using var host = await ProductHost.StartAsync("v4");
        await using var other = host.Another();
        ProductDelivery[] spring = [new ProductDelivery { Code = "SPR-1", Name = "Spring", SeasonCode = "S28", SeasonName = "Spring", SeasonYear = 2028 }];
        await host.ChangeAsync(Styles.Dress());
        await other.TurnAsync("host-2");
        await host.ChangeAsync(Styles.Dress("D-200") with { Deliveries = spring });
        await host.TurnAsync("host-1");

        await host.ChangeAsync(Styles.Dress("D-300") with { Deliveries = spring });
        var requests = await other.RequestsOfAsync(() => other.TurnAsync("host-2"));

        requests.ShouldNotContain(request => request.PathAndQuery.Contains("/collections/bulk_create", StringComparison.Ordinal));
        requests.ShouldNotContain(request => request.PathAndQuery.Contains("/seasons/bulk_create", StringComparison.Ordinal));
        (await other.StateAsync("D-300")).State.ShouldBe("Settled");
    }

    [Fact]
    public async Task Should_go_on_a_lease_after_a_host_was_killed_in_a_call()
    {
        await using var host = await ProductHost.StartAsync("v4");
        await using var other = host.Another();
        await host.ChangeAsync(Styles.Dress());
        host.Joor.Faults.Add(new JoorFault { Kind = JoorFaultKind.Slow, Matching = "/skus/bulk_create", Count = 1, Delay = TimeSpan.FromHours(2) });
        await host.SeesAllAsync();
        using var death = new CancellationTokenSource();
        var dying = host.BeginTurn("host-1", death.Token);
        await host.AnswerIsHeldBackAsync();
        await death.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(dying);

        host.Clock.Advance(Lease - TimeSpan.FromSeconds(1));
        (await other.RequestsOfAsync(() => other.BeginTurn("host-2", CancellationToken.None))).ShouldBeEmpty();
        // RequestTimeout, in which JOOR may still act, and one renewal.
        host.Clock.Advance(TimeSpan.FromSeconds(11));
        await other.TurnAsync("host-2");

        (await other.StateAsync("D-100")).State.ShouldBe("Settled");
        host.Style("D-100")!.Skus.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Should_keep_the_lease_as_long_as_a_request_takes()
    {
        await using var host = await ProductHost.StartAsync("v4");
        var guard = await TakeAsync(host);

        var kept = guard.WithinAsync(
            async token =>
            {
                for (var seconds = 0; seconds < 120; seconds += 10)
                    await PassAsync(host, guard, token);
                return true;
            },
            CancellationToken.None);

        (await kept).ShouldBeTrue();
        (await host.Get<WorkerStore>().TakeAsync("linen", "host-2", host.Clock.GetUtcNow(), host.Clock.GetUtcNow() + Lease, CancellationToken.None)).ShouldBeNull();
    }

    [Fact]
    public async Task Should_stop_the_work_once_the_lease_is_anothers()
    {
        await using var host = await ProductHost.StartAsync("v4");
        var guard = await TakeAsync(host);
        var work = guard.WithinAsync(
            async token =>
            {
                await Task.Delay(Timeout.InfiniteTimeSpan, token);
                return true;
            },
            CancellationToken.None);

        var later = host.Clock.GetUtcNow() + TimeSpan.FromHours(1);
        (await host.Get<WorkerStore>().TakeAsync("linen", "host-2", later, later + Lease, CancellationToken.None)).ShouldNotBeNull();
        host.Clock.Advance(TimeSpan.FromSeconds(10));

        await Should.ThrowAsync<LeaseLostException>(work.WaitAsync(TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public void Should_reach_beyond_one_attempt_and_further_while_a_file_is_sent()
    {
        var joor = new JoorOptions { UploadTimeout = TimeSpan.FromMinutes(2) };

        LeaseLengths.Of(new JoorConnectionOptions { RequestTimeout = TimeSpan.FromSeconds(5) }, joor, Lease).Request.ShouldBe(Lease);
        LeaseLengths.Of(new JoorConnectionOptions { RequestTimeout = TimeSpan.FromSeconds(30) }, joor, Lease)
            .ShouldBe(new LeaseLengths(TimeSpan.FromSeconds(40), TimeSpan.FromSeconds(130), TimeSpan.FromSeconds(10)));
    }

    private static async Task<LeaseGuard> TakeAsync(ProductHost host)
    {
        var now = host.Clock.GetUtcNow();
        var state = await host.Get<WorkerStore>().TakeAsync("linen", "host-1", now, now + Lease, CancellationToken.None);
        return new LeaseGuard(state.ShouldNotBeNull().Lease, host.Get<WorkerStore>(), LeaseLengths.Of(host.Connection, new JoorOptions(), Lease), host.Clock);
    }

    private static async Task PassAsync(ProductHost host, LeaseGuard guard, CancellationToken cancellationToken)
    {
        var until = guard.Lease.Until;
        await Eventually.BecomesTrueAsync(() => host.Clock.ArmedTimers > 0, "the next renewal is awaited");
        host.Clock.Advance(TimeSpan.FromSeconds(10));
        await Eventually.BecomesTrueAsync(() => guard.Lease.Until > until, "the lease is renewed");
        cancellationToken.ThrowIfCancellationRequested();
    }
}
