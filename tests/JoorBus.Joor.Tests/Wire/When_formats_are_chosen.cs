using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_formats_are_chosen
{
    [Theory]
    [InlineData(JoorFormat.Json, null, "application/json", "application/json")]
    [InlineData(JoorFormat.Xml, null, "application/xml", "application/xml")]
    [InlineData(JoorFormat.Json, JoorFormat.Xml, "application/json", "application/xml")]
    [InlineData(JoorFormat.Xml, JoorFormat.Json, "application/xml", "application/json")]
    public async Task Should_send_one_and_ask_for_the_other(JoorFormat format, JoorFormat? answerFormat, string content, string accept)
    {
        await using var joor = new JoorStandIn(Answers.Json("{}"));
        await using var gateway = new Gateway(joor.Url, options => (options.Format, options.AnswerFormat) = (format, answerFormat));

        await gateway.SendAsync();

        joor.Requests.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            request => request.ShouldContain($"Content-Type: {content}\r\n"), request => request.ShouldContain($"Accept: {accept}\r\n"),
            request => request.ShouldContain("User-Agent: JoorBus/"));
    }

    [Fact]
    public async Task Should_leave_a_body_its_own()
    {
        await using var joor = new JoorStandIn(Answers.Json("{}"));
        await using var gateway = new Gateway(joor.Url, options => options.Format = JoorFormat.Xml);

        await gateway.SendAsync(Gateway.Request(JoorRequestKind.Upload) with { Body = JoorBodyContent.Of(new byte[] { 1, 2, 3 }, "image/png") });

        joor.Requests.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            request => request.ShouldContain("Content-Type: image/png\r\n"), request => request.ShouldEndWith("\r\n\r\n\u0001\u0002\u0003"));
    }
}
