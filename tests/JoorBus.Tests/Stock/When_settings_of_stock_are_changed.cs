using System.Text.Json.Nodes;
using JoorBus.Tests.Commands;
using JoorBus.Tests.Connections;

namespace JoorBus.Tests.Stock;

public sealed class When_settings_of_stock_are_changed
{
    [Fact]
    public async Task Should_change_what_was_given_and_nothing_else()
    {
        await using var host = await AcmeAsync();

        await DoneAsync(host, "settings", "acme", "--on", "--map", "NJ=Default", "--map", "CA=Default", "--safety-stock", "2");
        await DoneAsync(host, "settings", "acme", "--warehouse-safety-stock", "CA=5", "--quiet", "22:00-06:00", "--time-zone", "America/New_York", "--identity", "style", "--template", "styleNumber={{season}}-{{styleNumber}}");
        await DoneAsync(host, "settings", "acme", "--unmap", "NJ", "--reconcile-every", "never", "--batch-size", "500", "--credit-share", "0.5", "--basis", "on-hand");

        var settings = JsonNode.Parse((await DoneAsync(host, "settings", "acme", "--json")).Output)!;
        settings["version"]!.GetValue<int>().ShouldBe(3);
        var now = settings["settings"]!;
        now["isOn"]!.GetValue<bool>().ShouldBeTrue();
        now["warehouses"]!.ToJsonString().ShouldBe("""[{"wms":"CA","joor":"Default","safetyStock":5}]""");
        now["safetyStock"]!.GetValue<int>().ShouldBe(2);
        now["quietHours"]!.ToJsonString().ShouldBe("""[{"from":"22:00:00","to":"06:00:00"}]""");
        now["templates"]!["styleNumber"]!.GetValue<string>().ShouldBe("{{season}}-{{styleNumber}}");
        now["reconcileEvery"].ShouldBeNull();
        now["basis"]!.GetValue<string>().ShouldBe("onHand");
    }

    [Theory]
    [InlineData("--map NJ", "--map is 'NJ'; write NAME=VALUE")]
    [InlineData("--unmap NJ", "--unmap names 'NJ', which is not mapped")]
    [InlineData("--warehouse-safety-stock NJ=2", "map it with --map 'NJ=…'")]
    [InlineData("--on --off", "--on and --off exclude each other")]
    [InlineData("--template colour=x", "--template names 'colour'; allowed are styleNumber, styleIdentifier, colorCode, size")]
    [InlineData("--quiet night", "--quiet is 'night'; write two times of day")]
    [InlineData("--credit-share 2", "creditShare is 2; allowed is 0.05 to 1")]
    [InlineData("--safety-stock -1", "safetyStock is -1; allowed is 0 to 1000000")]
    [InlineData("--mode overwrite", "give overwriteConfirmation with the connection's name exactly: acme")]
    [InlineData("--map NJ=Moon", "Moon")]
    [InlineData("--subtract-open-orders true --dec-pending true", "keep one of them")]
    public async Task Should_refuse_in_a_sentence_and_change_nothing(string options, string sentence)
    {
        await using var host = await AcmeAsync();

        var refused = await AskAsync(host, ["settings", "acme", .. options.Split(' ')]);

        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain(sentence);
        (await DoneAsync(host, "settings", "acme")).Output.ShouldContain("nothing was set yet");
    }

    [Fact]
    public async Task Should_refuse_a_change_of_what_somebody_else_changed()
    {
        await using var host = await AcmeAsync();
        await DoneAsync(host, "settings", "acme", "--safety-stock", "1");

        var (status, body) = await host.SendAsync(HttpMethod.Put, "/api/inventory/acme/settings", """{"version":0,"settings":{}}""");

        status.ShouldBe(409);
        body.ShouldContain("Somebody else changed these settings");
    }

    [Theory]
    [InlineData("""{"version":0}""", 400, "all settings, and the version")]
    [InlineData("""[1]""", 400, "no JSON object")]
    [InlineData("""{"version":0,"settings":{"colour":1}}""", 400, "There is no setting 'colour'")]
    [InlineData("""{"version":0,"settings":{"connection":"x"}}""", 400, "'connection', which is not a setting")]
    [InlineData("""{"version":0,"settings":{"safetyStock":"many"}}""", 400, "$.safetyStock")]
    public async Task Should_answer_an_odd_body_with_a_sentence(string body, int status, string sentence)
    {
        await using var host = await AcmeAsync();

        var answer = await host.SendAsync(HttpMethod.Put, "/api/inventory/acme/settings", body);

        answer.Status.ShouldBe(status, answer.Body);
        JsonNode.Parse(answer.Body)!["message"]!.GetValue<string>().ShouldContain(sentence);
    }

    [Theory]
    [InlineData("/api/inventory?limit=0", 400, "allowed is 1 to 1000")]
    [InlineData("/api/inventory?state=lost", 400, "allowed is pending")]
    [InlineData("/api/inventory?after=x", 400, "not the 'next' of any answer")]
    [InlineData("/api/inventory?connection=nobody", 404, "No connection is named 'nobody'")]
    [InlineData("/api/inventory/nobody/settings", 404, "No connection is named 'nobody'")]
    [InlineData("/api/inventory/acme/items/a%2Fb", 404, "'a/b'")]
    [InlineData("/api/products?state=lost", 400, "allowed is pending, pushed, refused, held")]
    [InlineData("/api/products/nobody/settings", 404, "No connection is named 'nobody'")]
    [InlineData("/api/products/acme/styles/x", 404, "style 'x'")]
    public async Task Should_answer_an_odd_question_with_a_sentence(string path, int status, string sentence)
    {
        await using var host = await AcmeAsync();

        var answer = await host.SendAsync(HttpMethod.Get, path);

        answer.Status.ShouldBe(status, answer.Body);
        JsonNode.Parse(answer.Body)!["message"]!.GetValue<string>().ShouldContain(sentence);
    }

    [Theory]
    [InlineData("push acme --full")]
    [InlineData("reconcile acme")]
    public async Task Should_push_nothing_while_stock_is_off(string verb)
    {
        await using var host = await AcmeAsync();

        var refused = await AskAsync(host, verb.Split(' '));

        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("Stock of 'acme' is switched off; switch it on with: joorbus inventory settings 'acme' --on");
    }

    [Fact]
    public async Task Should_set_products_the_same_way()
    {
        await using var host = await AcmeAsync();

        var set = await Verb.RunAsync("products", "settings", "acme", "--on", "--price-type", "EUR=Wholesale", "--images", "false", "--server", host.Url);
        var refused = await Verb.RunAsync("products", "settings", "acme", "--price-type", "euro=Wholesale", "--server", host.Url);

        set.Code.ShouldBe(0, set.Error);
        set.Output.ShouldContain("EUR Wholesale");
        (refused.Code, refused.Error).ShouldSatisfyAllConditions(it => it.Code.ShouldBe(1), it => it.Error.ShouldContain("'euro'"));
    }

    private static async Task<BrandHost> AcmeAsync()
    {
        var host = await BrandHost.StartAsync();
        (await host.AddAsync("acme")).Code.ShouldBe(0);
        return host;
    }

    private static Task<Verb> AskAsync(BrandHost host, params string[] verb) => Verb.RunAsync(["inventory", .. verb, "--server", host.Url]);

    private static async Task<Verb> DoneAsync(BrandHost host, params string[] verb)
    {
        var done = await AskAsync(host, verb);
        done.Code.ShouldBe(0, done.Error);
        return done;
    }
}
