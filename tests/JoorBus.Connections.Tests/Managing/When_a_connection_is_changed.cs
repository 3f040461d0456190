using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Managing;
using JoorBus.Connections.Sealing;
using JoorBus.Connections.Tests.Sealing;
using JoorBus.Joor;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Connections.Tests.Managing;

public sealed class When_a_connection_is_changed
{
    [Fact]
    public async Task Should_keep_what_was_not_given()
    {
        await using var brands = await StartAsync();

        await brands.SetAsync("acme", new { pollInterval = "00:01:00" });

        var options = brands.Catalog.Find("acme").ShouldNotBeNull();
        (options.Token, options.PollInterval, options.Concurrency, options.Revision).ShouldBe(("old-token", TimeSpan.FromMinutes(1), 9, 2));
    }

    [Fact]
    public async Task Should_set_back_what_is_given_as_null()
    {
        await using var brands = await StartAsync();

        await brands.SetAsync("acme", """{"concurrency": null}""");

        brands.Catalog.Find("acme")!.Concurrency.ShouldBe(5);
    }

    [Fact]
    public async Task Should_be_tested_only_when_JOOR_may_notice()
    {
        await using var brands = await StartAsync();

        await brands.SetAsync("acme", new { pollInterval = "00:01:00", concurrency = 3 });
        await brands.SetAsync("acme", new { token = "old-token" });
        brands.Joor.Tested.ShouldBe(["old-token"]);

        await brands.SetAsync("acme", new { environment = "sandbox" });
        await brands.SetAsync("acme", new { token = "new-token" });
        brands.Joor.Tested.ShouldBe(["old-token", "old-token", "new-token"]);
    }

    [Fact]
    public async Task Should_stay_as_it_was_when_JOOR_refuses_the_new_secret()
    {
        await using var brands = await StartAsync();
        brands.Joor.RefusedToken = "wrong-token";

        (await brands.SetAsync("acme", new { token = "wrong-token" })).ShouldBeOfType<ConnectionOutcome.TestFailed>();

        (brands.Catalog.Find("acme")!.Token, brands.Catalog.Find("acme")!.Revision).ShouldBe(("old-token", 1));
    }

    [Fact]
    public async Task Should_be_acknowledged_after_the_requests_with_the_old_secret_have_ended()
    {
        var draining = new PlayedDraining();
        await using var brands = await StartAsync(draining);

        var change = brands.SetAsync("acme", new { token = "new-token" });
        await draining.Asked.Task;
        brands.Catalog.Find("acme")!.Token.ShouldBe("new-token");
        change.IsCompleted.ShouldBeFalse();
        draining.StillUnderWay.SetResult(0);

        (await change).ShouldBeOfType<ConnectionOutcome.Done>().StillUnderWay.ShouldBeNull();
        draining.Revision.ShouldBe(2);
    }

    [Fact]
    public async Task Should_say_how_many_requests_are_still_under_way()
    {
        var draining = new PlayedDraining();
        draining.StillUnderWay.SetResult(2);
        await using var brands = await StartAsync(draining);

        var done = (await brands.SetAsync("acme", new { token = "new-token" })).ShouldBeOfType<ConnectionOutcome.Done>();

        done.StillUnderWay.ShouldNotBeNull().ShouldContain("after 35 s 2 requests with the old settings are still under way");
    }

    [Fact]
    public async Task Should_keep_its_key_when_renamed()
    {
        await using var brands = await StartAsync();

        await brands.SetAsync("acme", new { name = "Acme Europe" });

        var options = brands.Catalog.Current.ShouldHaveSingleItem();
        (options.Key, options.Name, options.Token).ShouldBe(("acme", "Acme Europe", "old-token"));
        (await brands.SetAsync("acme", new { concurrency = 1 })).ShouldBeOfType<ConnectionOutcome.NotFound>();
    }

    [Fact]
    public async Task Should_take_its_borrowers_along_when_renamed()
    {
        await using var brands = await StartAsync();
        await brands.AddedAsync(new { name = "borrower", token = "t2", borrowConcurrencyFrom = "acme" });

        await brands.SetAsync("acme", new { name = "lender" });

        (await brands.ShowAsync("borrower")).Settings["borrowConcurrencyFrom"]!.ToString().ShouldBe("lender");
    }

    [Fact]
    public async Task Should_not_take_another_ones_name()
    {
        await using var brands = await StartAsync();
        await brands.AddedAsync(new { name = "beta", token = "t" });

        (await brands.SetAsync("beta", new { name = "Acme" })).ShouldBeOfType<ConnectionOutcome.Wrong>();
    }

    [Fact]
    public async Task Should_lose_no_change_when_many_change_it()
    {
        await using var one = await StartAsync();
        await using var other = await Brands.StartAsync(one);

        await Task.WhenAll(
            one.SetAsync("acme", new { pageSize = 10 }), other.SetAsync("acme", new { concurrency = 2 }), one.SetAsync("acme", new { pollInterval = "00:02:00" }));

        var options = (await one.Catalog.RefreshAsync("acme", CancellationToken.None)).ShouldNotBeNull();
        (options.PageSize, options.Concurrency, options.PollInterval).ShouldBe((10, 2, TimeSpan.FromMinutes(2)));
    }

    [Fact]
    public async Task Should_be_refused_for_one_from_configuration()
    {
        await using var brands = await Brands.StartAsync(configured: [new JoorConnectionOptions { Name = "fixed", Token = "t" }]);

        (await brands.SetAsync("fixed", new { concurrency = 1 })).ShouldBeOfType<ConnectionOutcome.Refused>().Sentence.ShouldContain("comes from configuration");
    }

    [Fact]
    public async Task Should_go_on_when_all_its_lost_secrets_are_replaced()
    {
        await using var brands = await StartAsync();
        await using var newKey = await Brands.StartAsync(brands, new MasterKeyOptions { Text = Keys.New });

        (await newKey.SetAsync("acme", new { environment = "sandbox" })).ShouldBeOfType<ConnectionOutcome.Refused>().Sentence.ShouldContain("cannot be opened (key id old)");
        (await newKey.SetAsync("acme", new { token = "new-token" })).ShouldBeOfType<ConnectionOutcome.Done>();

        newKey.Catalog.Find("acme")!.Token.ShouldBe("new-token");
    }

    [Fact]
    public async Task Should_stop_and_go_by_disabling_and_enabling()
    {
        await using var brands = await StartAsync();

        await brands.SwitchAsync("acme", enabled: false);
        (brands.Catalog.Find("acme"), brands.Catalog.Named("acme")!.State).ShouldBe((null, ConnectionState.Disabled));

        await brands.SwitchAsync("acme", enabled: true);
        brands.Catalog.Find("acme")!.Revision.ShouldBe(3);
    }

    private static async Task<Brands> StartAsync(PlayedDraining? draining = null)
    {
        var brands = await Brands.StartAsync(more: services =>
        {
            if (draining is not null)
                services.AddSingleton<IConnectionDraining>(draining);
        });
        await brands.AddedAsync(new { name = "acme", token = "old-token", concurrency = 9 });
        return brands;
    }

    private sealed class PlayedDraining : IConnectionDraining
    {
        public TaskCompletionSource Asked { get; } = new();

        public TaskCompletionSource<int> StillUnderWay { get; } = new();

        public int Revision { get; private set; }

        public Task<int> WaitUntilDrainedAsync(string key, int revision, TimeSpan patience, CancellationToken cancellationToken)
        {
            Revision = revision;
            Asked.TrySetResult();
            return StillUnderWay.Task;
        }
    }
}
