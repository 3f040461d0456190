using JoorBus.EndToEnd.World;
using JoorBus.TestKit;
using Npgsql;

namespace JoorBus.EndToEnd;

public sealed class When_everything_is_checked
{
    [Fact]
    public async Task Should_find_all_well_before_the_first_start_and_after()
    {
        await using var brand = await Brand.OpenAsync();

        var before = await CheckAsync(brand);
        before.Code.ShouldBe(0, before.Output);
        Line(before, "schema 'joorbus'").ShouldContain("not there yet");
        Line(before, "queue wms-orders").ShouldContain("not there yet");
        Line(before, "JOOR 'acme'").ShouldContain("ok");

        await brand.StartHostAsync();
        await brand.StartWarehouseAsync();
        await Eventually.BecomesTrueAsync(() => brand.Joor.Ledger().Reads > 3, "JOOR is polled");

        var after = await CheckAsync(brand);
        after.Code.ShouldBe(0, after.Output);
        Line(after, "schema 'joorbus'").ShouldContain("up to date");
        Line(after, "queue wms-orders").ShouldContain("1 consumers listen");
        Line(after, "polling 'acme'").ShouldContain("ok");
        after.Output.ShouldContain("All is well.");
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1", "Nothing listens at 127.0.0.1:1", "Start PostgreSQL")]
    [InlineData("Host=database.invalid", "The host 'database.invalid' of JOORBUS__POSTGRES is not known", "Correct Host")]
    [InlineData("Database=nobody_made_it", "has no database 'nobody_made_it'", "Create it with: createdb")]
    [InlineData("Username=nobody;Password=wrong-secret", "does not let user 'nobody' in", "Create the user")]
    public async Task Should_say_what_is_wrong_with_the_database(string change, string finding, string advice)
    {
        await using var brand = await Brand.OpenAsync();
        var settings = new NpgsqlConnectionStringBuilder(brand.Database);
        foreach (var part in change.Split(';'))
        {
            settings[part.Split('=')[0]] = part.Split('=')[1];
        }

        Fails(await CheckAsync(brand, $"Postgres={settings.ConnectionString}"), "database", finding, advice);
    }

    [Theory]
    [InlineData("port", "Nothing listens at 127.0.0.1:1", "Start RabbitMQ")]
    [InlineData("host", "The host 'broker.invalid' of JOORBUS__RABBITMQ is not known", "Correct the host")]
    [InlineData("vhost", "has no virtual host 'nobody-made-it'", "rabbitmqctl add_vhost nobody-made-it")]
    [InlineData("password", "refused user 'guest' or its password", "Correct user and password")]
    [InlineData("tls", "TLS with 127.0.0.1:", "Use the broker's TLS port")]
    public async Task Should_say_what_is_wrong_with_the_broker(string wrong, string finding, string advice)
    {
        await using var brand = await Brand.OpenAsync();
        var uri = new UriBuilder(brand.Broker);
        switch (wrong)
        {
            case "port": uri.Port = 1; break;
            case "host": uri.Host = "broker.invalid"; break;
            case "vhost": uri.Path = "/nobody-made-it"; break;
            case "password": uri.Password = "wrong-secret"; break;
            default: uri.Scheme = "amqps"; break;
        }

        Fails(await CheckAsync(brand, $"RabbitMq={uri.Uri.AbsoluteUri}"), "broker", finding, advice);
    }

    [Fact]
    public async Task Should_tell_another_program_on_its_port()
    {
        await using var brand = await Brand.OpenAsync();
        var port = brand.Joor.BaseUrl.Port;

        Fails(await CheckAsync(brand, $"Http__Urls=http://127.0.0.1:{port}"), $"http http://127.0.0.1:{port}", "another program listens there", "set JOORBUS__HTTP__URLS to a free port");
    }

    [Fact]
    public async Task Should_know_a_JoorBus_on_its_port()
    {
        await using var brand = await Brand.OpenAsync();
        var host = await brand.StartHostAsync();

        var check = await CheckAsync(brand, $"Http__Urls={host.Url}");

        check.Code.ShouldBe(0, check.Output);
        Line(check, $"http {host.Url}").ShouldContain("a JoorBus answers there");
    }

    [Fact]
    public async Task Should_give_the_same_as_JSON()
    {
        await using var brand = await Brand.OpenAsync();

        var check = await CheckAsync(brand, "--json", "--set", "RabbitMq=amqp://127.0.0.1:1");

        check.Code.ShouldBe(1);
        using var json = System.Text.Json.JsonDocument.Parse(check.Output);
        json.RootElement.GetProperty("ok").GetBoolean().ShouldBeFalse();
        json.RootElement.GetProperty("checks").EnumerateArray().Single(row => row.GetProperty("what").GetString() == "broker").GetProperty("result").GetString().ShouldBe("Failed");
    }

    private static Task<Verb> CheckAsync(Brand brand, params string[] more) => Verb.RunAsync([
        "check",
        "--set",
        $"Postgres={brand.Database}",
        $"RabbitMq={brand.Broker}",
        "Http__Urls=http://127.0.0.1:0",
        $"Connections__0__Name={Brand.Connection}",
        $"Connections__0__Token={Brand.Token}",
        $"Connections__0__BaseUrl={brand.Joor.BaseUrl}",
        .. more]);

    private static void Fails(Verb check, string what, string finding, string advice)
    {
        check.Code.ShouldBe(1, check.Output);
        var line = Line(check, what);
        line.ShouldContain("failed");
        line.ShouldContain(finding);
        line.ShouldContain(advice);
        Line(check, "JOOR 'acme'").ShouldContain("ok");
        check.Output.ShouldNotContain("wrong-secret");
    }

    private static string Line(Verb check, string what) =>
        check.Output.Split('\n').Single(line => line.StartsWith($"│ {what} ", StringComparison.Ordinal));
}
