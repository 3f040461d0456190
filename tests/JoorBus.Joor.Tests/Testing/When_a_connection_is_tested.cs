using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_a_connection_is_tested
{
    [Fact]
    public async Task Should_find_a_v2_connection_good_for_one_credit()
    {
        await using var joor = new JoorStandIn(Answers.Status(200, Answers.NoOrders, "X-Throttling-Account-Id: 4711\r\n"));

        var result = await TestAsync(joor.Url, options => options.AccountId = "4711");

        (result.Kind, result.Advice, result.CreditsSpent, result.Account).ShouldBe((JoorTestKind.Good, null, 1, "4711"));
        joor.Requests.ShouldHaveSingleItem().ShouldStartWith("GET /v2/order/?order_type=8&sync=0&check=0&count=1 HTTP/1.1\r\n");
    }

    [Fact]
    public async Task Should_read_an_answer_in_xml()
    {
        await using var joor = new JoorStandIn(Answers.Json("""<?xml version="1.0" encoding="UTF-8"?><orders><response><code>0</code></response></orders>"""));

        (await TestAsync(joor.Url, options => options.Format = JoorFormat.Xml)).Kind.ShouldBe(JoorTestKind.Good);
    }

    [Fact]
    public async Task Should_find_a_token_of_another_account()
    {
        await using var joor = new JoorStandIn(Answers.Status(200, Answers.NoOrders, "X-Throttling-Account-Id: 4711\r\n"));

        var result = await TestAsync(joor.Url, options => options.AccountId = "1174");

        result.Kind.ShouldBe(JoorTestKind.AccountNotFound);
        result.Sentence.ShouldEndWith("JOOR let it in, but the token belongs to account 4711, not to 1174.");
    }

    [Theory]
    [InlineData(401, "", JoorTestKind.TokenRefused)]
    [InlineData(403, "", JoorTestKind.NoRight)]
    [InlineData(404, "<html>", JoorTestKind.NotJoor)]
    [InlineData(302, "", JoorTestKind.NotJoor)]
    [InlineData(429, "", JoorTestKind.Throttled)]
    [InlineData(500, "", JoorTestKind.JoorFailed)]
    [InlineData(200, "<html>Sign in</html>", JoorTestKind.NotJoor)]
    [InlineData(200, """{"hello":1}""", JoorTestKind.NotJoor)]
    [InlineData(200, """{"orders":{"response":{"code":3,"comment":"no"}}}""", JoorTestKind.Refused)]
    public async Task Should_tell_what_v2_answered(int status, string body, JoorTestKind kind)
    {
        await using var joor = new JoorStandIn(Answers.Status(status, body));

        var result = await TestAsync(joor.Url);

        result.Kind.ShouldBe(kind);
        result.Advice.ShouldNotBeNullOrEmpty();
        result.IsGood.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_tell_a_closed_port_and_an_unknown_host()
    {
        var joor = new JoorStandIn(Answers.Closed());
        var url = joor.Url;
        await joor.DisposeAsync();

        (await TestAsync(url)).Kind.ShouldBe(JoorTestKind.NoConnection);
        (await TestAsync("https://joor.invalid/v2")).Kind.ShouldBe(JoorTestKind.HostNotFound);
    }

    [Fact]
    public async Task Should_tell_an_untrusted_certificate_and_broken_TLS()
    {
        using var authority = new TestAuthority("Own CA");
        using var certificate = authority.Issue("localhost");
        await using var trusted = new JoorStandIn(certificate, Answers.Json(Answers.NoOrders));
        await using var plain = new JoorStandIn(Answers.Closed());

        (await TestAsync(trusted.Url)).Kind.ShouldBe(JoorTestKind.UntrustedCertificate);
        (await TestAsync(plain.Url.Replace("http:", "https:", StringComparison.Ordinal))).Kind.ShouldBe(JoorTestKind.TlsFailed);
        (await TestAsync(trusted.Url, options => options.TrustedCertificate = authority.Pem)).Kind.ShouldBe(JoorTestKind.Good);
    }

    [Fact]
    public async Task Should_send_nothing_for_incomplete_settings()
    {
        await using var joor = new JoorStandIn(Answers.Json(Answers.NoOrders));

        var result = await TestAsync(joor.Url, options => (options.Name, options.Token) = ("new one", null));

        result.Kind.ShouldBe(JoorTestKind.Incomplete);
        result.Sentence.ShouldBe("Connection 'new one' was not tested. Token is missing; give the API token that JOOR gave for this environment.");
        joor.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_log_in_and_read_price_types_for_v4()
    {
        await using var joor = V4StandIn.Start(token => token == "access-1");
        await using var gateway = V4StandIn.Gateway(joor);

        var result = await gateway.Part<JoorConnectionTest>().RunAsync(gateway.Connections.Find("acme")!, CancellationToken.None);

        (result.Kind, result.CreditsSpent).ShouldBe((JoorTestKind.Good, 1));
        joor.Calls().ShouldHaveSingleItem().ShouldStartWith("GET /v4/price_types?page_size=1&account=ac%201 HTTP/1.1\r\n");
    }

    [Fact]
    public async Task Should_test_both_versions_of_a_connection_that_has_both()
    {
        await using var joor = V4StandIn.Start(token => token == "access-1");
        await using var gateway = V4StandIn.Gateway(joor, change: options => options.Token = "v2-token");

        var result = await gateway.Part<JoorConnectionTest>().RunAsync(gateway.Connections.Find("acme")!, CancellationToken.None);

        result.Kind.ShouldBe(JoorTestKind.TokenRefused);
        joor.Calls().ShouldHaveSingleItem().ShouldStartWith("GET /v2/order/");
    }

    [Theory]
    [InlineData(401, """{"error":"invalid_grant","error_description":"Invalid user credentials"}""", JoorTestKind.LoginRefused)]
    [InlineData(503, "", JoorTestKind.JoorFailed)]
    public async Task Should_tell_how_the_login_failed(int status, string body, JoorTestKind kind)
    {
        await using var joor = V4StandIn.Start(_ => true, _ => Answers.Status(status, body));
        await using var gateway = V4StandIn.Gateway(joor);

        var result = await gateway.Part<JoorConnectionTest>().RunAsync(gateway.Connections.Find("acme")!, CancellationToken.None);

        (result.Kind, result.CreditsSpent).ShouldBe((kind, 0));
    }

    [Fact]
    public async Task Should_tell_an_unknown_account()
    {
        await using var joor = new JoorStandIn((request, _) => request.StartsWith("POST /auth", StringComparison.Ordinal)
            ? V4StandIn.Token(1)
            : Answers.Status(404, """{"data":[],"errors":[{"status":"NOT_FOUND","message":"Account `ac 1` not found","details":{}}]}"""));
        await using var gateway = V4StandIn.Gateway(joor);

        var result = await gateway.Part<JoorConnectionTest>().RunAsync(gateway.Connections.Find("acme")!, CancellationToken.None);

        result.Kind.ShouldBe(JoorTestKind.AccountNotFound);
        result.Sentence.ShouldContain("Account `ac 1` not found");
    }

    [Theory]
    [InlineData(200, JoorTestKind.WrongEnvironment, "refused in production, but sandbox knows these credentials.")]
    [InlineData(401, JoorTestKind.TokenRefused, "")]
    [InlineData(500, JoorTestKind.TokenRefused, "")]
    public async Task Should_ask_the_other_environment_after_a_refusal(int statusThere, JoorTestKind kind, string sentence)
    {
        await using var production = new JoorStandIn(Answers.Status(401));
        await using var sandbox = new JoorStandIn(Answers.Status(statusThere, Answers.NoOrders));
        await using var services = new ServiceCollection().AddLogging().AddJoor()
            .AddSingleton(Options.Create(new JoorHostOptions
            {
                Production = new JoorHostSet { V2 = production.Url, V4 = production.Url, Token = production.Url },
                Sandbox = new JoorHostSet { V2 = sandbox.Url, V4 = sandbox.Url, Token = sandbox.Url },
            }))
            .Configure<JoorOptions>(options => options.RepeatDelay = TimeSpan.Zero)
            .BuildServiceProvider();

        var result = await services.GetRequiredService<JoorConnectionTest>().RunAsync(new JoorConnectionOptions { Name = "acme", Token = "t" }, CancellationToken.None);

        result.Kind.ShouldBe(kind);
        result.Sentence.ShouldEndWith(sentence);
    }

    [Fact]
    public async Task Should_not_ask_the_other_environment_where_the_address_is_given()
    {
        await using var joor = new JoorStandIn(Answers.Status(401));

        (await TestAsync(joor.Url)).CreditsSpent.ShouldBe(1);

        joor.Requests.Count.ShouldBe(1);
    }

    private static async Task<JoorTestResult> TestAsync(string url, Action<JoorConnectionOptions>? change = null)
    {
        await using var gateway = new Gateway(url, change);
        return await gateway.Part<JoorConnectionTest>().RunAsync(gateway.Connections.Stored!, CancellationToken.None);
    }
}
