using JoorBus.TestKit;
using JoorBus.Products.Pushing;
using JoorBus.Products.Storing;
using JoorBus.Simulators.Joor;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_a_job_takes_long
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(20);

    [Theory]
    [InlineData("v2 JSON")]
    [InlineData("v2 XML")]
    public async Task Should_look_at_it_less_and_less_often(string kind)
    {
        await using var host = await ProductHost.StartAsync(kind, joor: joor => joor with { JobDuration = Long });
        await host.ChangeAsync(Styles.Dress(), Styles.Dress("D-200"), Styles.Dress("D-300"));

        var requests = await host.RequestsOfAsync(() => host.TurnAsync());

        // After 2, 6, 14 and 30 seconds; every 2 seconds it would be 10 looks.
        requests.Count(Looks).ShouldBe(4);
        (await host.ScalarAsync<string>("select string_agg((data ->> 'State') || ' ' || (data ->> 'JobDone') || ' of ' || (data ->> 'JobRecords'), '') from mt_doc_productpush"))
            .ShouldBe("Settled 3 of 3");
        (await host.ScalarAsync<int>("select count(*) from joor_products where state = 'Settled'")).ShouldBe(3);
    }

    [Fact]
    public void Should_never_look_less_than_twice_a_minute()
    {
        StyleJobs.Longer(TimeSpan.FromSeconds(2)).ShouldBe(TimeSpan.FromSeconds(4));
        StyleJobs.Longer(TimeSpan.FromSeconds(16)).ShouldBe(TimeSpan.FromSeconds(30));
        StyleJobs.Longer(TimeSpan.FromSeconds(30)).ShouldBe(TimeSpan.FromSeconds(30));
        StyleJobs.Longer(TimeSpan.FromMinutes(5)).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Should_be_awaited_by_the_next_host_and_not_sent_again()
    {
        await using var host = await ProductHost.StartAsync("v2 JSON", joor: joor => joor with { JobDuration = Long });
        await using var other = host.Another();
        await host.ChangeAsync(Styles.Dress(), Styles.Dress("D-200"), Styles.Dress("D-300"));
        await host.SeesAllAsync();
        using var death = new CancellationTokenSource();
        var dying = host.BeginTurn("host-1", death.Token);
        await Eventually.BecomesTrueAsync(
            () => host.ScalarAsync<bool>($"select exists (select 1 from mt_doc_productpush where data ->> 'State' = '{ProductPushState.AwaitingJob}')"), "the job is awaited");
        await death.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(dying);

        var requests = await other.RequestsOfAsync(() => other.SettleAsync());

        var account = host.Joor.Ledger().Accounts.Single();
        account.Jobs.ShouldHaveSingleItem().IsDone.ShouldBeTrue();
        account.Styles.Count(style => style.Skus.Count == 6).ShouldBe(3);
        requests.ShouldAllBe(request => request.Method == "GET");
        other.Delivered.Styles("product-pushed").ShouldBe(["D-100", "D-200", "D-300"], ignoreOrder: true);
    }

    private static bool Looks(JoorRequest request) => request.Method == "GET" && request.PathAndQuery.Contains("bulk-style", StringComparison.Ordinal);
}
