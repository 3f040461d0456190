using Shouldly;
using Xunit;

namespace JoorBus.TestKit.Tests;

public sealed class When_a_clock_is_moved_by_hand
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly ManualClock _clock = new(Noon);

    [Fact]
    public void Should_stand_still_until_then()
    {
        var stamp = _clock.GetTimestamp();

        _clock.GetUtcNow().ShouldBe(Noon);
        _clock.GetElapsedTime(stamp).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Should_move_time_and_timestamp_alike()
    {
        var stamp = _clock.GetTimestamp();

        _clock.Advance(TimeSpan.FromMinutes(5));

        _clock.GetUtcNow().ShouldBe(Noon.AddMinutes(5));
        _clock.GetElapsedTime(stamp).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Should_end_a_delay_exactly_when_it_is_due()
    {
        var delay = Task.Delay(TimeSpan.FromSeconds(10), _clock);

        _clock.Advance(TimeSpan.FromTicks(TimeSpan.TicksPerSecond * 10 - 1));
        delay.IsCompleted.ShouldBeFalse();

        _clock.Advance(TimeSpan.FromTicks(1));
        await delay;
    }

    [Fact]
    public void Should_fire_timers_in_due_order_each_at_its_own_time()
    {
        var fired = new List<string>();
        using var late = Timer("late", fired, after: 20);
        using var early = Timer("early", fired, after: 10);

        _clock.Advance(TimeSpan.FromSeconds(60));

        fired.ShouldBe(["early at 10", "late at 20"]);
    }

    [Fact]
    public void Should_fire_a_periodic_timer_once_per_period()
    {
        var fired = new List<string>();
        using var timer = Timer("tick", fired, after: 10, every: 10);

        _clock.Advance(TimeSpan.FromSeconds(35));

        fired.ShouldBe(["tick at 10", "tick at 20", "tick at 30"]);
    }

    [Fact]
    public void Should_fire_what_a_timer_arms_on_the_way()
    {
        var fired = new List<string>();
        using var first = _clock.CreateTimer(_ => Timer("second", fired, after: 5), null, TimeSpan.FromSeconds(5), Timeout.InfiniteTimeSpan);

        _clock.Advance(TimeSpan.FromSeconds(10));

        fired.ShouldBe(["second at 10"]);
    }

    [Fact]
    public void Should_not_fire_a_disposed_timer()
    {
        var fired = new List<string>();
        Timer("gone", fired, after: 5).Dispose();

        _clock.Advance(TimeSpan.FromSeconds(10));

        fired.ShouldBeEmpty();
        _clock.ArmedTimers.ShouldBe(0);
    }

    [Fact]
    public void Should_rearm_a_timer_that_is_changed()
    {
        var fired = new List<string>();
        using var timer = Timer("moved", fired, after: 5);

        timer.Change(TimeSpan.FromSeconds(8), Timeout.InfiniteTimeSpan).ShouldBeTrue();
        _clock.Advance(TimeSpan.FromSeconds(10));

        fired.ShouldBe(["moved at 8"]);
    }

    [Fact]
    public async Task Should_cancel_a_source_that_times_out()
    {
        using var source = new CancellationTokenSource(TimeSpan.FromSeconds(3), _clock);

        _clock.Advance(TimeSpan.FromSeconds(3));

        await Should.ThrowAsync<OperationCanceledException>(() => Task.Delay(Timeout.Infinite, source.Token));
    }

    [Fact]
    public void Should_refuse_to_go_back() =>
        Should.Throw<ArgumentOutOfRangeException>(() => _clock.Advance(TimeSpan.FromTicks(-1)));

    private ITimer Timer(string name, List<string> fired, int after, int? every = null) => _clock.CreateTimer(
        _ => fired.Add($"{name} at {(_clock.GetUtcNow() - Noon).TotalSeconds}"),
        null,
        TimeSpan.FromSeconds(after),
        every is { } seconds ? TimeSpan.FromSeconds(seconds) : Timeout.InfiniteTimeSpan);
}
