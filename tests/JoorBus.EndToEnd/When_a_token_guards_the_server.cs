using JoorBus.EndToEnd.World;

namespace JoorBus.EndToEnd;

public sealed class When_a_token_guards_the_server
{
    private const string Token = "a-token-of-more-than-24-letters";

    [Fact]
    public async Task Should_ask_a_verb_for_it_and_let_it_in_with_it()
    {
        await using var brand = await Brand.OpenAsync();
        brand.Settings = brand.Settings with { Http = new("http://127.0.0.1:0", Token) };
        var host = await brand.StartHostAsync();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"{Token}\n");

        var without = await host.AskAsync("orders", "list");
        var with = await host.AskAsync("orders", "list", "--token-file", file);
        File.Delete(file);

        without.Code.ShouldBe(1);
        without.Error.ShouldContain("wants a token; set JOORBUS__HTTP__TOKEN to the one it runs with, or name a file with --token-file");
        with.Code.ShouldBe(0);
        with.Output.ShouldContain("No order matches.");
    }

    [Fact]
    public async Task Should_say_so_when_something_else_answers()
    {
        await using var brand = await Brand.OpenAsync();

        var verb = await Verb.RunAsync("orders", "list", "--server", brand.Joor.BaseUrl.GetLeftPart(UriPartial.Authority));

        verb.Code.ShouldBe(1);
        verb.Error.ShouldContain("Something else than a JoorBus answers at");
    }

    [Fact]
    public async Task Should_say_that_no_order_has_an_id()
    {
        await using var brand = await Brand.OpenAsync();
        var host = await brand.StartHostAsync();

        var verb = await host.AskAsync("orders", "show", "4711");

        verb.Code.ShouldBe(1);
        verb.Error.ShouldContain("No order has '4711' as its JOOR id, purchase order, WMS id or order id; look for it with: joorbus orders list --search '4711'");
    }
}
