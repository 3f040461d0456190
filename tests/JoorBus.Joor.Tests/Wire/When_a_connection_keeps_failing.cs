using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_a_connection_keeps_failing
{
    [Fact]
    public async Task Should_pause_and_say_until_when_and_why()
    {
        await using var joor = new JoorStandIn(Answers.Status(503));
        await using var gateway = new Gateway(joor.Url);
        await FailAsync(gateway, times: 6);

        var answer = (await gateway.SendAsync(JoorRequestKind.Write)).ShouldBeOfType<JoorAnswer<string>.Unreachable>();

        answer.Obstacle.ShouldBe(JoorObstacle.Pause);
        answer.Reason.ShouldBe("the last requests of this connection failed, so none is sent until 2026-03-01 10:00:30Z, then one tries; JOOR failed with 503: no words");
        joor.Requests.Count.ShouldBe(6);
        gateway.Limits.Asked.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Should_go_on_when_one_gets_through_after_the_pause()
    {
        await using var joor = new JoorStandIn((_, number) => number <= 6 ? Answers.Status(503) : Answers.Json("{}"));
        await using var gateway = new Gateway(joor.Url);
        await FailAsync(gateway, times: 6);

        gateway.Clock.Advance(TimeSpan.FromSeconds(31));

        (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Accepted>();
        (await gateway.SendAsync()).ShouldBeOfType<JoorAnswer<string>.Accepted>();
    }

    [Fact]
    public async Task Should_pause_again_when_the_trying_one_fails()
    {
        await using var joor = new JoorStandIn(Answers.Status(503));
        await using var gateway = new Gateway(joor.Url);
        await FailAsync(gateway, times: 6);

        gateway.Clock.Advance(TimeSpan.FromSeconds(31));
        (await gateway.SendAsync(JoorRequestKind.Write)).ShouldBeOfType<JoorAnswer<string>.Failed>();

        (await gateway.SendAsync(JoorRequestKind.Write)).ShouldBeOfType<JoorAnswer<string>.Unreachable>().Obstacle.ShouldBe(JoorObstacle.Pause);
        joor.Requests.Count.ShouldBe(7);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(429)]
    public async Task Should_not_take_a_refusal_for_a_failure(int status)
    {
        await using var joor = new JoorStandIn(Answers.Status(status));
        await using var gateway = new Gateway(joor.Url);

        await FailAsync(gateway, times: 20);

        joor.Requests.Count.ShouldBe(20);
    }

    [Fact]
    public async Task Should_not_pause_for_a_few_failures_among_successes()
    {
        await using var joor = new JoorStandIn((_, number) => number % 3 == 0 ? Answers.Json("{}") : Answers.Status(503));
        await using var gateway = new Gateway(joor.Url);

        await FailAsync(gateway, times: 21);

        joor.Requests.Count.ShouldBe(21);
    }

    private static async Task FailAsync(Gateway gateway, int times)
    {
        for (var i = 0; i < times; i++)
            await gateway.SendAsync(JoorRequestKind.Write);
    }
}
