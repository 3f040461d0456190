using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_JOOR_throttles
{
    [Theory]
    [InlineData("Retry-After: 17\r\n", 17)]
    [InlineData("Retry-After: Sun, 01 Mar 2026 10:01:00 GMT\r\n", 60)]
    [InlineData("Retry-After: 0\r\n", 1)]
    [InlineData("Retry-After: 99999999\r\n", 3600)]
    [InlineData("Retry-After: soon\r\n", 300)]
    [InlineData("", 300)]
    public async Task Should_tell_the_limits_and_the_caller_how_long(string header, int seconds)
    {
        await using var joor = new JoorStandIn(Answers.Status(429, "slow down", header));
        await using var gateway = new Gateway(joor.Url);

        var answer = (await gateway.ReadAsync()).ShouldBeOfType<JoorAnswer<JoorOrderPage>.Throttled>();

        answer.ByJoor.ShouldBeTrue();
        answer.Until.ShouldBe(gateway.Clock.GetUtcNow().AddSeconds(seconds));
        gateway.Limits.Ends.ShouldHaveSingleItem().Exhausted.ShouldBe(new JoorExhausted(seconds == 300 ? null : TimeSpan.FromSeconds(seconds)));
        joor.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Should_send_nothing_while_the_limits_say_so()
    {
        await using var joor = new JoorStandIn(Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url);
        var until = gateway.Clock.GetUtcNow().AddSeconds(17);
        gateway.Limits.Script.Enqueue(new JoorPermitAnswer.NotBefore(until));

        var answer = await gateway.ReadAsync();

        answer.ShouldBeOfType<JoorAnswer<JoorOrderPage>.Throttled>().ShouldSatisfyAllConditions(
            throttled => throttled.Until.ShouldBe(until), throttled => throttled.ByJoor.ShouldBeFalse());
        joor.Requests.ShouldBeEmpty();
        gateway.Log.Lines[0].ShouldContain("after 0 attempt(s), 0 credits spent");
    }
}
