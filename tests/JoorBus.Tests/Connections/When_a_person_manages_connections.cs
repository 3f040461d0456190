using System.Text.Json.Nodes;
using JoorBus.Connections.Sealing;
using JoorBus.Joor;
using JoorBus.TestKit;

namespace JoorBus.Tests.Connections;

public sealed class When_a_person_manages_connections
{
    [Fact]
    public async Task Should_be_led_through_a_whole_life_and_see_no_secret_anywhere()
    {
        await using var host = await BrandHost.StartAsync();

        (await host.RunAsync("list")).Output.ShouldContain("There is no connection yet");
        var added = await host.AddAsync("acme");
        added.Code.ShouldBe(0, added.Error);
        added.Output.ShouldContain("'acme' is added.");
        (await host.RunAsync("list")).Output.ShouldMatch("acme .*v2 .*sandbox .*enabled .*v2 .*good");
        (await host.RunAsync("show", "acme")).Output.ShouldMatch("Token +set");

        var refused = await host.RunAsync("set", "acme", "--token-from", host.FileWith(BrandHost.WrongToken));
        (refused.Code, refused.Output).ShouldBe((1, ""));
        refused.Error.ShouldContain("refused the token");
        (await host.RunAsync("set", "acme", "--token-from", host.FileWith(BrandHost.NewToken), "--poll-interval", "00:01:00")).Code.ShouldBe(0);
        (await host.RunAsync("test", "acme")).Output.ShouldContain("'acme' is tested.");

        (await host.RunAsync("disable", "acme")).Output.ShouldContain("'acme' is disabled.");
        (await host.RunAsync("list")).Output.ShouldContain("disabled");
        (await host.RunAsync("enable", "acme")).Code.ShouldBe(0);
        (await host.RunAsync("set", "acme", "--rename", "Acme Europe")).Output.ShouldContain("'Acme Europe' is changed.");
        Shown(await host.RunAsync("show", "acme europe", "--json"))["key"]!.ToString().ShouldBe("acme");
        (await host.RunAsync("rotate-key")).Output.ShouldContain("0 secrets of 0 connections are sealed anew");
        (await host.RunAsync("remove", "Acme Europe")).Output.ShouldContain("removed, its secrets are wiped");
        (await host.RunAsync("show", "Acme Europe")).Error.ShouldContain("No connection is named 'Acme Europe'");

        var scan = await new SecretScan(BrandHost.Token, BrandHost.NewToken, BrandHost.WrongToken).In("output", host.Said).In("log", host.Log.All).InDatabaseAsync(host.Database);
        scan.Found.ShouldBeEmpty();
        scan.Scanned.ShouldBeGreaterThan(10_000);
    }

    [Fact]
    public async Task Should_give_a_secret_through_standard_input()
    {
        await using var host = await BrandHost.StartAsync();
        await host.AddAsync("acme");
        var before = Console.In;
        Console.SetIn(new StringReader(BrandHost.NewToken + "\n"));

        var set = await host.RunAsync("set", "acme", "--token-from", "-");
        Console.SetIn(before);

        set.Code.ShouldBe(0, set.Error);
        Shown(await host.RunAsync("show", "acme", "--json"))["revision"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task Should_switch_the_export_mark_off_and_set_other_settings_back()
    {
        await using var host = await BrandHost.StartAsync();
        await host.AddAsync("acme", more: ["--export-mark", "none", "--page-size", "20"]);

        (await host.RunAsync("set", "acme", "--page-size", "none")).Code.ShouldBe(0);

        var settings = Shown(await host.RunAsync("show", "acme", "--json"))["settings"]!;
        settings["exportMark"]!.ToString().ShouldBe("none", StringCompareShould.IgnoreCase);
        settings["pageSize"]!.GetValue<int>().ShouldBe(50);
    }

    [Fact]
    public async Task Should_read_every_fault_at_once()
    {
        await using var host = await BrandHost.StartAsync();

        var verb = await host.AddAsync("a/b", more: ["--page-size", "0", "--format", "yaml", "--poll-interval", "10", "--borrow-concurrency-from", "nobody"]);

        verb.Code.ShouldBe(1);
        foreach (var start in (string[])["name is 'a/b'", "pageSize is '0'", "format is \"yaml\"", "pollInterval is \"10\"", "borrowConcurrencyFrom is 'nobody'"])
            verb.Error.ShouldContain(start);
    }

    [Fact]
    public async Task Should_see_those_from_configuration_and_be_told_where_to_change_them()
    {
        await using var host = await BrandHost.StartAsync(configured: new JoorConnectionOptions { Name = "fixed", Token = BrandHost.Token, Environment = JoorEnvironment.Sandbox });

        (await host.RunAsync("list")).Output.ShouldContain("from configuration");
        (await host.RunAsync("show", "fixed", "--json")).Output.ShouldNotContain(BrandHost.Token);
        (await host.RunAsync("remove", "fixed")).Error.ShouldContain("comes from configuration (JOORBUS__CONNECTIONS__…); change it there");
    }

    [Fact]
    public async Task Should_be_told_how_to_make_a_master_key()
    {
        await using var host = await BrandHost.StartAsync(keys: new MasterKeyOptions());

        (await host.AddAsync("acme")).Error.ShouldContain("openssl rand -base64 32");
        (await host.RunAsync("rotate-key")).Error.ShouldContain("no master key");
    }

    [Fact]
    public async Task Should_not_send_a_secret_to_another_machine_over_plain_http()
    {
        await using var host = await BrandHost.StartAsync();

        var verb = await JoorBus.Tests.Commands.Verb.RunAsync("connections", "set", "acme", "--token-from", host.FileWith(BrandHost.Token), "--server", "http://joorbus.example:5870");

        verb.Code.ShouldBe(1);
        verb.Error.ShouldContain("Secrets are not sent over plain http to another machine");
    }

    private static JsonObject Shown(JoorBus.Tests.Commands.Verb verb) => JsonNode.Parse(verb.Output)!.AsObject();
}
