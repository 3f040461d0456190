using JoorBus.Hosting;
using JoorBus.TestKit;
using JoorBus.Tests.Commands;

namespace JoorBus.Tests.Connections;

public sealed class When_stored_connections_are_checked
{
    private const string Key = "MasterKey=k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=";

    [Fact]
    public async Task Should_try_each_and_tell_those_that_are_not_used()
    {
        await using var host = await BrandHost.StartAsync();
        await host.AddAsync("acme");
        await host.AddAsync("stale", BrandHost.WrongToken, "--untested");
        await host.AddAsync("asleep");
        await host.RunAsync("disable", "asleep");

        var check = await CheckAsync(host, Key);

        Line(check, "JOOR 'acme'").ShouldContain("ok");
        Line(check, "JOOR 'stale'").ShouldContain("failed");
        Line(check, "JOOR 'asleep'").ShouldContain("joorbus connections enable 'asleep'");
        Line(check, "schema 'joorbus'").ShouldContain("up to date");
        check.Output.ShouldNotContain(BrandHost.WrongToken);
    }

    [Fact]
    public async Task Should_tell_whose_secrets_no_key_opens()
    {
        await using var host = await BrandHost.StartAsync();
        await host.AddAsync("acme");

        Line(await CheckAsync(host), "JOOR 'acme'").ShouldContain("its secrets cannot be opened (key id k1)");
    }

    [Fact]
    public async Task Should_tell_how_each_was_polled_by_its_present_name()
    {
        await using var host = await BrandHost.StartAsync(HostRoles.All);
        await host.AddAsync("acme");
        await host.AddAsync("stale", BrandHost.WrongToken, "--untested");
        await host.RunAsync("set", "acme", "--rename", "Acme Europe");

        Verb check = null!;
        await Eventually.BecomesTrueAsync(async () => (check = await CheckAsync(host, Key)).Output.Split("polling '").Length == 3, "both were polled");

        Line(check, "polling 'Acme Europe'").ShouldContain("ok");
        Line(check, "polling 'stale'").ShouldContain("failed");
    }

    private static Task<Verb> CheckAsync(BrandHost host, params string[] settings) =>
        Verb.RunAsync(["check", "--set", $"Postgres={host.Database}", "Bus__Transport=Memory", "Http__Urls=http://127.0.0.1:0", .. settings]);

    private static string Line(Verb verb, string what) => verb.Output.Split('\n').FirstOrDefault(line => line.Contains(what, StringComparison.Ordinal)) ?? verb.Output + verb.Error;
}
