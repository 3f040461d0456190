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
    public async Task Should_wait_as_told_and_send_nothing_before(string header, int seconds)
    {
        await using var joor = new JoorStandIn(Answers.Status(429, "slow down", header), Answers.Json(Answers.NoOrders));
        await using var gateway = new Gateway(joor.Url);
        var until = gateway.Clock.GetUtcNow().AddSeconds(seconds);

        var first = await gateway.ReadAsync();
        gateway.Clock.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
        var early = await gateway.ReadAsync();
        gateway.Clock.Advance(TimeSpan.FromTicks(1));
        var later = await gateway.ReadAsync();

        first.ShouldBeOfType<JoorAnswer<JoorOrderPage>.Throttled>().ShouldSatisfyAllConditions(
            throttled => throttled.Until.ShouldBe(until), throttled => throttled.ByJoor.ShouldBeTrue());
        early.ShouldBeOfType<JoorAnswer<JoorOrderPage>.Throttled>().ByJoor.ShouldBeFalse();
        later.ShouldBeOfType<JoorAnswer<JoorOrderPage>.Accepted>();
        joor.Requests.Count.ShouldBe(2);
    }
}
