using System.Net;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_credits_are_spent
{
    [Fact]
    public async Task Should_answer_429_until_the_next_window()
    {
        var clock = new StandStillClock();
        await using var joor = await Joor.Start(new() { CreditsPerWindow = 2 }, clock);
        await joor.Read("/order?sync=0");
        clock.Advance(TimeSpan.FromSeconds(299));
        await joor.Read("/order?sync=0");

        using (var refused = await joor.Send("/order?sync=1"))
        {
            refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
            refused.Headers.GetValues("X-Throttling-Account-Id").ShouldBe([joor.Orders.AccountId]);
        }
        joor.Simulator.Ledger().Overspent.ShouldBe(1);

        clock.Advance(TimeSpan.FromSeconds(1));
        await joor.Read("/order?sync=0");
        joor.Simulator.Ledger().Overspent.ShouldBe(1);
    }

    [Fact]
    public async Task Should_charge_five_for_anything_but_a_read()
    {
        await using var joor = await Joor.Start(new() { CreditsPerWindow = 9 });

        using var first = await joor.Send("/order", HttpMethod.Post);
        using var second = await joor.Send("/order", HttpMethod.Post);

        first.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        second.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task Should_let_everything_in_when_throttling_is_off()
    {
        await using var joor = await Joor.Start(new() { CreditsPerWindow = 1, IsThrottling = false });

        await joor.Read("/order?sync=0");
        await joor.Read("/order?sync=0");

        joor.Simulator.Ledger().Overspent.ShouldBe(0);
    }
}
