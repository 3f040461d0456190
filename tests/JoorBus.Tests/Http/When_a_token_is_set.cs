using JoorBus.Configuring;
using JoorBus.Http;
using Microsoft.AspNetCore.Http;

namespace JoorBus.Tests.Http;

public sealed class When_a_token_is_set
{
    private const string Token = "a-token-of-more-than-24-letters";

    [Theory]
    [InlineData("Bearer " + Token)]
    [InlineData("bearer " + Token)]
    public async Task Should_let_its_bearer_in(string header) => (await AskAsync("/api/orders", header)).ShouldBe((200, ""));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(Token)]
    [InlineData("Basic " + Token)]
    [InlineData("Bearer ")]
    [InlineData("Bearer " + Token + "x")]
    [InlineData("Bearer A-TOKEN-OF-MORE-THAN-24-LETTERS")]
    public async Task Should_keep_everybody_else_out_with_a_sentence(string? header)
    {
        var (status, body) = await AskAsync("/api/orders", header);

        status.ShouldBe(401);
        body.ShouldContain("JOORBUS__HTTP__TOKEN");
        body.ShouldNotContain(Token);
    }

    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/healthy", 401)]
    [InlineData("/api/health", 401)]
    public async Task Should_leave_only_the_health_checks_open(string path, int status) => (await AskAsync(path, null)).Status.ShouldBe(status);

    [Fact]
    public async Task Should_let_everybody_in_without_a_token() => (await AskAsync("/api/orders", null, token: null)).Status.ShouldBe(200);

    private static async Task<(int Status, string Body)> AskAsync(string path, string? header, string? token = Token)
    {
        using var body = new MemoryStream();
        var http = new DefaultHttpContext { Request = { Path = path }, Response = { Body = body } };
        if (header is not null)
        {
            http.Request.Headers.Authorization = header;
        }

        await new BearerToken(_ => Task.CompletedTask, new HttpSettings(HttpSettings.DefaultUrls, token)).InvokeAsync(http);
        return (http.Response.StatusCode, System.Text.Encoding.UTF8.GetString(body.ToArray()));
    }
}
