using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Tests.Sealing;
using JoorBus.Joor;
using JoorBus.TestKit;

namespace JoorBus.Connections.Tests.Cataloguing;

public sealed class When_another_host_changes_a_connection
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task Should_be_known_here_within_two_seconds()
    {
        await using var one = await Brands.StartAsync();
        await using var here = await (await Brands.StartAsync(one)).FollowAsync();

        await one.AddedAsync(new { name = "acme", token = "first" });
        await Eventually.BecomesTrueAsync(() => here.Catalog.Find("acme")?.Token == "first", "an added connection is known", Soon);
        await one.SetAsync("acme", new { token = "second" });
        await Eventually.BecomesTrueAsync(() => here.Catalog.Find("acme") is { Token: "second", Revision: 2 }, "a replaced secret is known", Soon);
        await one.SwitchAsync("acme", enabled: false);
        await Eventually.BecomesTrueAsync(() => here.Catalog.Current.Count == 0, "a disabled connection is not used", Soon);
        await one.SwitchAsync("acme", enabled: true);
        await Eventually.BecomesTrueAsync(() => here.Catalog.Current.Count == 1, "an enabled connection is used", Soon);
        await one.RemoveAsync("acme");
        await Eventually.BecomesTrueAsync(() => here.Catalog.All.Count == 0, "a removed connection is gone", Soon);
    }

    [Fact]
    public async Task Should_wake_those_who_wait_for_a_change()
    {
        await using var one = await Brands.StartAsync();
        await using var here = await (await Brands.StartAsync(one)).FollowAsync();
        var version = here.Catalog.Version;
        var change = here.Catalog.WaitForChangeAsync(version, CancellationToken.None);
        change.IsCompleted.ShouldBeFalse();

        await one.AddedAsync(new { name = "acme", token = "t" });

        await change.WaitAsync(Soon);
        here.Catalog.Version.ShouldBeGreaterThan(version);
        here.Catalog.WaitForChangeAsync(version, CancellationToken.None).IsCompleted.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_be_found_on_demand_without_following()
    {
        await using var one = await Brands.StartAsync();
        await using var here = await Brands.StartAsync(one);
        await one.AddedAsync(new { name = "acme", token = "t" });

        here.Catalog.Find("acme").ShouldBeNull();
        var refreshed = await here.Catalog.RefreshAsync("acme", CancellationToken.None);

        refreshed.ShouldNotBeNull().Token.ShouldBe("t");
        here.Catalog.Find("acme").ShouldBeSameAs(refreshed);
        (await here.Catalog.RefreshAsync("acme", CancellationToken.None)).ShouldBeSameAs(refreshed);
    }

    [Fact]
    public async Task Should_follow_again_after_its_connection_to_the_database_broke()
    {
        await using var one = await Brands.StartAsync();
        await using var here = await (await Brands.StartAsync(one)).FollowAsync();
        await one.ExecuteAsync("create table killed as select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen%'");

        await one.AddedAsync(new { name = "acme", token = "t" });

        await Eventually.BecomesTrueAsync(() => here.Catalog.Find("acme") is not null, "the connection is known all the same");
    }

    [Fact]
    public async Task Should_give_way_to_one_from_configuration()
    {
        await using var one = await Brands.StartAsync();
        await one.AddedAsync(new { name = "acme", token = "stored" });
        await using var here = await (await Brands.StartAsync(one, configured: [new JoorConnectionOptions { Name = "Acme", Token = "configured" }])).FollowAsync();

        here.Catalog.Current.ShouldHaveSingleItem().Token.ShouldBe("configured");
        here.Catalog.All.Select(connection => connection.State).ShouldBe([ConnectionState.FromConfiguration, ConnectionState.HiddenByConfiguration]);
    }

    [Fact]
    public async Task Should_give_way_when_its_key_is_the_name_of_one_from_configuration()
    {
        await using var one = await Brands.StartAsync();
        await one.AddedAsync(new { name = "acme", token = "stored" });
        await one.SetAsync("acme", new { name = "beta" });
        await using var here = await (await Brands.StartAsync(one, configured: [new JoorConnectionOptions { Name = "acme", Token = "configured" }])).FollowAsync();

        here.Catalog.Find("acme")!.Token.ShouldBe("configured");
        here.Catalog.Named("beta")!.State.ShouldBe(ConnectionState.HiddenByConfiguration);
    }

    [Fact]
    public async Task Should_not_use_it_while_no_key_opens_its_secrets_and_use_it_when_one_does()
    {
        using var file = new KeyFile(Keys.New);
        await using var one = await Brands.StartAsync();
        await one.AddedAsync(new { name = "acme", token = "t" });
        await using var here = await (await Brands.StartAsync(one, file.Options)).FollowAsync();

        (here.Catalog.Named("acme")!.State, here.Catalog.Named("acme")!.MissingKeyId, here.Catalog.Current.Count).ShouldBe((ConnectionState.SecretsCannotBeOpened, "old", 0));
        file.Write(Keys.New, Keys.Old);

        await Eventually.BecomesTrueAsync(() => here.Catalog.Find("acme")?.Token == "t", "the key that came opens the secret");
    }

    [Fact]
    public async Task Should_use_the_others_when_one_was_tampered_with()
    {
        await using var one = await Brands.StartAsync();
        await one.AddedAsync(new { name = "acme", token = "t1" });
        await one.AddedAsync(new { name = "beta", token = "t2" });

        await one.ExecuteAsync(
            """
            update mt_doc_joorconnection b set data = jsonb_set(b.data, '{Secrets,token}', a.data -> 'Secrets' -> 'token'), mt_version = b.mt_version + 1
            from mt_doc_joorconnection a where a.data ->> 'Name' = 'acme' and b.data ->> 'Name' = 'beta'
            """);
        await one.Catalog.ReloadAsync(CancellationToken.None);

        one.Catalog.Current.ShouldHaveSingleItem().Name.ShouldBe("acme");
        one.Catalog.Named("beta")!.State.ShouldBe(ConnectionState.SecretsCannotBeOpened);
    }
}
