namespace JoorBus.Tests.Connections;

public sealed class When_a_page_of_another_site_asks
{
    private const string Body = """{"name": "evil", "token": "first-tok3n-of-acme", "environment": "sandbox"}""";

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "127.0.0.1.evil.example:5870")]
    public async Task Should_be_kept_out_of_reads_and_writes(string header, string value)
    {
        await using var host = await BrandHost.StartAsync();

        (await host.SendAsync(HttpMethod.Get, "/api/connections", headers: (header, value))).Status.ShouldBe(403);
        (await host.SendAsync(HttpMethod.Post, "/api/connections?untested=true", Body, headers: (header, value))).Status.ShouldBe(403);
        (await host.RunAsync("list")).Output.ShouldContain("There is no connection yet");
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/jsonx")]
    public async Task Should_not_write_with_what_a_form_can_send(string type)
    {
        await using var host = await BrandHost.StartAsync();

        (await host.SendAsync(HttpMethod.Post, "/api/connections?untested=true", Body, type)).Status.ShouldBe(415);
        (await host.SendAsync(HttpMethod.Post, "/api/connections/rotate-key", "", type)).Status.ShouldBe(415);
        (await host.SendAsync(HttpMethod.Post, "/api/connections/acme/disable")).Status.ShouldBe(415);
    }

    [Fact]
    public async Task Should_be_let_in_when_it_is_an_own_page()
    {
        await using var host = await BrandHost.StartAsync();

        (await host.SendAsync(HttpMethod.Get, "/api/connections", headers: [("Origin", host.Url), ("Sec-Fetch-Site", "same-origin")])).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Should_take_any_name_of_a_server_with_a_token()
    {
        const string token = "a-token-of-more-than-24-letters";
        await using var host = await BrandHost.StartAsync(token: token);

        (await host.SendAsync(HttpMethod.Get, "/api/connections", headers: ("Host", "joorbus.example"))).Status.ShouldBe(401);
        (await host.SendAsync(HttpMethod.Get, "/api/connections", headers: [("Host", "joorbus.example"), ("Authorization", $"Bearer {token}")])).Status.ShouldBe(200);
    }
}
