using Microsoft.Extensions.Logging;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_a_request_is_logged
{
    [Theory]
    [InlineData(200, "JOOR acme POST /thing: Accepted after 1 attempt(s), 5 credits spent, 295 left, 0 ms, log id none")]
    [InlineData(400, "JOOR acme POST /thing: Refused, status 400, after 1 attempt(s), 5 credits spent, 295 left, 0 ms, log id L1: ")]
    [InlineData(401, "JOOR acme POST /thing: Unauthorised, status 401, after 1 attempt(s), 5 credits spent, 295 left, 0 ms, log id L1: ")]
    [InlineData(403, "JOOR acme POST /thing: Forbidden, status 403, after 1 attempt(s), 5 credits spent, 295 left, 0 ms, log id L1: ")]
    [InlineData(503, "JOOR acme POST /thing: Failed, status 503, after 1 attempt(s), 5 credits spent, 295 left, 0 ms, log id L1: ")]
    public async Task Should_be_one_line_without_what_the_request_and_the_answer_held(int status, string start)
    {
        await using var joor = new JoorStandIn(Answers.Status(status, """{"response":{"code":3,"comment":"jane@example.com is not a buyer","log_id":"L1"}}"""));
        await using var gateway = new Gateway(joor.Url, level: LogLevel.Information);

        var answer = await gateway.SendAsync(JoorRequestKind.Write);

        var line = gateway.Log.Lines.ShouldHaveSingleItem();
        line.ShouldStartWith(start);
        foreach (var hidden in new[] { "jane", "secret=query", "/thing/7", Gateway.Token })
            line.ShouldNotContain(hidden);
        if (status != 200)
            answer.Explain().ShouldContain("jane@example.com");
    }

    [Fact]
    public async Task Should_hold_JOORs_words_on_debug_level()
    {
        await using var joor = new JoorStandIn(Answers.Status(400, "no such luck"));
        await using var gateway = new Gateway(joor.Url, level: LogLevel.Debug);

        var answer = await gateway.SendAsync(JoorRequestKind.Write);

        gateway.Log.Lines[^1].ShouldContain(answer.Explain());
    }
}
