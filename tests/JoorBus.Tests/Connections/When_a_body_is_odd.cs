using System.Net;
using JoorBus.Http;
using Microsoft.AspNetCore.Http;

namespace JoorBus.Tests.Connections;

public sealed class When_a_body_is_odd
{
    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("7")]
    [InlineData("{\"name\": 7}")]
    [InlineData("{\"token\": {\"a\": 1}}")]
    [InlineData("{\"token\": \"\"}")]
    [InlineData("{\"token\": \"a\\nb\"}")]
    [InlineData("{\"token\": \"hidden-secret\", \"token\": \"hidden-secret\"}")]
    [InlineData("{\"orderStatuses\": [\"approved\", 7]}")]
    [InlineData("{\"orderTypeCodes\": {\"4\": \"maybe\"}}")]
    [InlineData("{\"concurrency\": 1e9999}")]
    [InlineData("{\"concurrency\": [[[[[[[[[[1]]]]]]]]]]}")]
    public async Task Should_be_refused_with_a_sentence(string body)
    {
        await using var host = await BrandHost.StartAsync();

        var (status, text) = await host.SendAsync(HttpMethod.Post, "/api/connections?untested=true", body);

        status.ShouldBe(400, text);
        text.ShouldContain("\"message\":");
        text.ShouldNotContain("hidden-secret");
    }

    [Fact]
    public async Task Should_be_refused_when_it_is_too_large()
    {
        await using var host = await BrandHost.StartAsync();

        (await host.SendAsync(HttpMethod.Post, "/api/connections", $$"""{"name": "{{new string('x', JsonBody.MostBytes)}}"}""")).Status.ShouldBe(413);
        (await host.SendAsync(HttpMethod.Post, "/api/connections", $$"""{"token": "{{new string('x', 5000)}}"}""")).Body.ShouldContain("token is longer than 4096 characters");
    }

    [Theory]
    [InlineData("http", "10.0.0.7", "10.0.0.1", false)]
    [InlineData("https", "10.0.0.7", "10.0.0.1", true)]
    [InlineData("http", "127.0.0.1", "127.0.0.1", true)]
    [InlineData("http", "::ffff:127.0.0.1", "127.0.0.1", true)]
    [InlineData("http", "10.0.0.1", "10.0.0.1", true)]
    public void Should_hold_secrets_only_where_nobody_on_the_way_reads_it(string scheme, string from, string to, bool isPrivate)
    {
        var http = new DefaultHttpContext { Request = { Scheme = scheme } };
        (http.Connection.RemoteIpAddress, http.Connection.LocalIpAddress) = (IPAddress.Parse(from), IPAddress.Parse(to));

        JsonBody.IsPrivate(http).ShouldBe(isPrivate);
    }
}
