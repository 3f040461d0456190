using JoorBus.Inventory.Pacing;

namespace JoorBus.Inventory.Tests.Pacing;

public sealed class When_a_request_is_decided_on
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Rhythm EveryFiveSeconds = Rhythm.Spaced(TimeSpan.Zero, TimeSpan.FromSeconds(5));

    [Fact]
    public void Should_wait_for_news_when_nothing_waits() => StockPacing.Decide(Input(waiting: 0), Rhythm.AtOnce).ShouldBe(new PaceDecision.Wait(null));

    [Fact]
    public void Should_send_a_lone_change_at_once() => StockPacing.Decide(Input(waiting: 1), Rhythm.AtOnce).ShouldBe(new PaceDecision.Send(1));

    [Fact]
    public void Should_send_a_full_request_whatever_the_rhythm() =>
        StockPacing.Decide(Input(waiting: 100) with { LastSentAt = Now }, EveryFiveSeconds).ShouldBe(new PaceDecision.Send(100));

    [Fact]
    public void Should_keep_the_rhythm() =>
        StockPacing.Decide(Input(waiting: 1) with { LastSentAt = Now.AddSeconds(-2) }, EveryFiveSeconds).ShouldBe(new PaceDecision.Wait(Now.AddSeconds(3)));

    [Fact]
    public void Should_not_send_less_than_a_full_request_while_more_is_being_planned() =>
        StockPacing.Decide(Input(waiting: 99) with { MoreComes = true }, Rhythm.AtOnce).ShouldBe(new PaceDecision.Wait(null));

    [Fact]
    public void Should_wait_for_credits() =>
        StockPacing.Decide(Input(waiting: 100) with { Affordable = 0, RefillsAt = Now.AddSeconds(40) }, Rhythm.AtOnce).ShouldBe(new PaceDecision.Wait(Now.AddSeconds(40)));

    [Fact]
    public void Should_spread_the_last_requests_of_a_window() =>
        StockPacing.Decide(Input(waiting: 1) with { LastSentAt = Now.AddSeconds(-2), Affordable = 4 }, Rhythm.AtOnce).ShouldBe(new PaceDecision.Wait(Now.AddSeconds(23)));

    [Fact]
    public void Should_send_full_requests_to_the_last_credit() =>
        StockPacing.Decide(Input(waiting: 100) with { LastSentAt = Now, Affordable = 1 }, Rhythm.AtOnce).ShouldBe(new PaceDecision.Send(100));

    [Fact]
    public void Should_not_starve_what_follows_an_unforeseen_load()
    {
        double[] arrivals = [.. Enumerable.Range(0, 2900).Select(number => number * 0.1)];
        new PacedLoad(300, 48, mostEntries: 1000).Run(arrivals).Max().ShouldBeLessThan(20);
    }

    [Theory]
    [InlineData(10, 1)]
    [InlineData(1000, 10)]
    [InlineData(1001, 11)]
    [InlineData(4800, 48)]
    public void Should_send_a_flood_in_as_few_requests_as_possible(int entries, int requests)
    {
        var load = new PacedLoad(300, 48, mostEntries: 100);
        load.Run([.. Enumerable.Repeat(1d, entries)]);
        load.Requests.ShouldBe(requests);
    }

    private static PaceInput Input(int waiting) => new()
    {
        Now = Now, Waiting = waiting, OldestAt = Now, Affordable = 10, PerWindow = 48, RefillsAt = Now.AddSeconds(100), Window = TimeSpan.FromSeconds(300), MostEntries = 100,
    };
}
