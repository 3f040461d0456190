using JoorBus.Connections.Sharing;
using JoorBus.TestKit;

namespace JoorBus.Connections.Tests.Sharing;

public sealed class When_arrivals_are_told_by_the_databases_clock
{
    private static readonly DateTimeOffset There = new(2026, 3, 1, 10, 0, 0, TimeSpan.Zero);
    private readonly ManualClock _clock = new();
    private readonly LimitArrivals _arrivals;

    public When_arrivals_are_told_by_the_databases_clock() => _arrivals = new LimitArrivals(_clock);

    [Fact]
    public void Should_keep_their_order_though_the_time_is_read_late()
    {
        var first = _clock.GetTimestamp();
        _clock.Advance(TimeSpan.FromMicroseconds(1));
        var second = _clock.GetTimestamp();

        var told = _arrivals.Of(first, There);
        _clock.Advance(TimeSpan.FromMilliseconds(500));

        _arrivals.Of(second, There).ShouldBe(told + TimeSpan.FromMicroseconds(1));
    }

    [Fact]
    public void Should_follow_a_clock_that_was_set()
    {
        _arrivals.Of(_clock.GetTimestamp(), There);

        _arrivals.Of(_clock.GetTimestamp(), There.AddMinutes(-1)).ShouldBe(There.AddMinutes(-1));
    }
}
