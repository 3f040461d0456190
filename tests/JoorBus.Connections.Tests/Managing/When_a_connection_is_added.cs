using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Managing;
using JoorBus.Connections.Sealing;
using JoorBus.Joor;

namespace JoorBus.Connections.Tests.Managing;

public sealed class When_a_connection_is_added
{
    private const string Token = "tok-3n-of-acme";

    [Fact]
    public async Task Should_be_tested_stored_and_in_use_at_once()
    {
        await using var brands = await Brands.StartAsync();

        var outcome = await brands.AddAsync(new { name = "acme", environment = "sandbox", token = Token, pollInterval = "00:00:30", concurrency = 7 });

        outcome.ShouldBeOfType<ConnectionOutcome.Done>().Finding!.Kind.ShouldBe("Good");
        brands.Joor.Tested.ShouldBe([Token]);
        var options = brands.Catalog.Current.ShouldHaveSingleItem();
        (options.Key, options.Name, options.Revision, options.Token, options.Concurrency).ShouldBe(("acme", "acme", 1, Token, 7));
        (options.Environment, options.PollInterval).ShouldBe((JoorEnvironment.Sandbox, TimeSpan.FromSeconds(30)));
    }

    [Fact]
    public async Task Should_be_shown_without_its_secret_and_stored_without_it_in_clear()
    {
        await using var brands = await Brands.StartAsync();
        await brands.AddedAsync(new { name = "acme", token = Token });

        var view = await brands.ShowAsync("ACME");

        (view.State, view.HasToken, view.HasPassword, view.KeyId, view.OrdersThrough).ShouldBe((ConnectionState.Enabled, true, false, "old", "v2"));
        view.LastTest!.IsGood.ShouldBeTrue();
        System.Text.Json.JsonSerializer.Serialize(view).ShouldNotContain(Token);
        (await brands.DumpAsync()).ShouldContain("v1.old.");
        (await brands.DumpAsync()).ShouldNotContain(Token);
    }

    [Fact]
    public async Task Should_not_be_stored_when_JOOR_refuses_it()
    {
        await using var brands = await Brands.StartAsync();
        brands.Joor.RefusedToken = Token;

        var outcome = await brands.AddAsync(new { name = "acme", token = Token });

        outcome.ShouldBeOfType<ConnectionOutcome.TestFailed>().Finding.Kind.ShouldBe("TokenRefused");
        (await brands.DumpAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_be_stored_untested_when_that_is_asked_for()
    {
        await using var brands = await Brands.StartAsync();
        brands.Joor.RefusedToken = Token;

        (await brands.AddAsync(new { name = "acme", token = Token }, untested: true)).ShouldBeOfType<ConnectionOutcome.Done>().Finding.ShouldBeNull();

        brands.Joor.Tested.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_have_every_fault_told_at_once_and_no_secret_with_it()
    {
        await using var brands = await Brands.StartAsync();

        var outcome = await brands.AddAsync("""{"name": " x", "token": "with space", "pollInterval": "10", "environment": "moon", "colour": "red", "pageSize": 0}""");

        var faults = outcome.ShouldBeOfType<ConnectionOutcome.Wrong>().Faults;
        faults.Select(fault => fault.Field).ShouldBe(["name", "token", "pollInterval", "environment", "colour", "pageSize"], ignoreOrder: true);
        faults.Single(fault => fault.Field == "pollInterval").Sentence.ShouldContain("such as 00:00:10");
        faults.Single(fault => fault.Field == "environment").Sentence.ShouldBe("environment is \"moon\"; allowed: production, sandbox.");
        faults.ShouldAllBe(fault => !fault.Sentence.Contains("with space") && !fault.Sentence.Contains("JOORBUS__"));
    }

    [Fact]
    public async Task Should_need_a_master_key_and_say_how_to_make_one()
    {
        await using var brands = await Brands.StartAsync(keys: new MasterKeyOptions());

        var refused = (await brands.AddAsync(new { name = "acme", token = Token })).ShouldBeOfType<ConnectionOutcome.Refused>();

        refused.Sentence.ShouldContain("umask 077");
        refused.Sentence.ShouldContain("openssl rand -base64 32");
    }

    [Theory]
    [InlineData("acme")]
    [InlineData("ACME")]
    public async Task Should_not_take_a_name_that_is_in_use(string name)
    {
        await using var brands = await Brands.StartAsync();
        await brands.AddedAsync(new { name = "acme", token = Token });

        var wrong = (await brands.AddAsync(new { name, token = Token })).ShouldBeOfType<ConnectionOutcome.Wrong>();

        wrong.Faults.ShouldHaveSingleItem().Field.ShouldBe("name");
    }

    [Fact]
    public async Task Should_not_take_the_name_of_one_from_configuration()
    {
        await using var brands = await Brands.StartAsync(configured: [new JoorConnectionOptions { Name = "acme", Token = "t" }]);

        (await brands.AddAsync(new { name = "Acme", token = Token })).ShouldBeOfType<ConnectionOutcome.Wrong>().Faults.ShouldHaveSingleItem().Field.ShouldBe("name");
    }

    [Fact]
    public async Task Should_win_a_race_for_the_name_only_once()
    {
        await using var one = await Brands.StartAsync();
        await using var other = await Brands.StartAsync(one);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => (i % 2 == 0 ? one : other).AddAsync(new { name = i % 3 == 0 ? "Acme" : "acme", token = Token })));

        outcomes.Count(outcome => outcome is ConnectionOutcome.Done).ShouldBe(1);
        outcomes.OfType<ConnectionOutcome.Wrong>().Count().ShouldBe(9);
    }

    [Fact]
    public async Task Should_get_a_key_of_its_own_when_its_name_was_once_another_ones()
    {
        await using var brands = await Brands.StartAsync();
        await brands.AddedAsync(new { name = "acme", token = Token });
        await brands.RemoveAsync("acme");

        await brands.AddedAsync(new { name = "acme", token = Token });

        (await brands.ShowAsync("acme")).Key.ShouldBe("acme~2");
    }
}
