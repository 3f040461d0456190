using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests.Limits;

public sealed class When_limits_are_kept_in_process
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private readonly ManualClock _clock = new();
    private readonly InProcessJoorLimits _limits;

    public When_limits_are_kept_in_process() => _limits = new(
        Options.Create(new JoorLimitOptions { CreditsPerWindow = 10, Window = Minute, ReservedForOrders = 0, Lag = TimeSpan.FromMilliseconds(200) }), _clock);

    [Fact]
    public async Task Should_refill_one_window_after_the_first_answer()
    {
        await AnsweredAsync(10);

        var until = (await AskAsync(1)).ShouldBeOfType<JoorPermitAnswer.NotBefore>().Until;
        _clock.Advance(until - _clock.GetUtcNow());

        until.ShouldBe(new DateTimeOffset(2026, 3, 1, 10, 1, 0, 200, TimeSpan.Zero));
        (await AskAsync(10)).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_serve_a_waiter_when_credits_come_back()
    {
        await AnsweredAsync(10);
        var waiting = AskAsync(5, patience: 2 * Minute);

        waiting.IsCompleted.ShouldBeFalse();
        _clock.Advance(Minute + TimeSpan.FromMilliseconds(200));

        (await waiting).ShouldBeOfType<JoorPermitAnswer.Granted>().CreditsLeft.ShouldBe(5);
    }

    [Fact]
    public async Task Should_not_let_small_requests_overtake_a_big_one()
    {
        await AnsweredAsync(6);
        var big = AskAsync(5, patience: 2 * Minute);

        (await AskAsync(1)).ShouldBeOfType<JoorPermitAnswer.NotBefore>();
        (await AskAsync(1, JoorPriority.OrderReading)).ShouldBeOfType<JoorPermitAnswer.Granted>();
        big.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_count_an_unanswered_request_until_it_cannot_be_in_any_window()
    {
        var permit = (await AskAsync(10)).ShouldBeOfType<JoorPermitAnswer.Granted>().Permit;
        await permit.ReleaseAsync(new());

        _clock.Advance(Minute + TimeSpan.FromSeconds(30));
        var early = await AskAsync(1);
        _clock.Advance(TimeSpan.FromMilliseconds(200));

        early.ShouldBeOfType<JoorPermitAnswer.NotBefore>();
        (await AskAsync(1)).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_give_a_slot_to_the_next_in_line()
    {
        var permit = (await AskAsync(1, concurrency: 1)).ShouldBeOfType<JoorPermitAnswer.Granted>().Permit;
        using var cancelling = new CancellationTokenSource();
        var cancelled = _limits.EnterAsync(Request(1, JoorPriority.Stock, 1, Minute), cancelling.Token);
        var waiting = AskAsync(1, concurrency: 1, patience: Minute);

        await cancelling.CancelAsync();
        await permit.ReleaseAsync(new() { IsAnswered = true });

        await Should.ThrowAsync<OperationCanceledException>(cancelled);
        (await waiting).ShouldBeOfType<JoorPermitAnswer.Granted>();
    }

    [Fact]
    public async Task Should_send_nothing_after_a_429_until_JOOR_allows_it()
    {
        var permit = (await AskAsync(1)).ShouldBeOfType<JoorPermitAnswer.Granted>().Permit;
        await permit.ReleaseAsync(new() { IsAnswered = true, Exhausted = new(TimeSpan.FromSeconds(20)) });

        (await AskAsync(1)).ShouldBeOfType<JoorPermitAnswer.NotBefore>().Until.ShouldBe(_clock.GetUtcNow() + TimeSpan.FromMilliseconds(20_200));
        _limits.Read("a").Defects.ShouldBe(1);
    }

    private async Task AnsweredAsync(int credits) =>
        await (await AskAsync(credits)).ShouldBeOfType<JoorPermitAnswer.Granted>().Permit.ReleaseAsync(new() { IsAnswered = true });

    private Task<JoorPermitAnswer> AskAsync(int credits, JoorPriority priority = JoorPriority.Stock, int concurrency = 5, TimeSpan patience = default) =>
        _limits.EnterAsync(Request(credits, priority, concurrency, patience), CancellationToken.None);

    private static JoorPermitRequest Request(int credits, JoorPriority priority, int concurrency, TimeSpan patience) =>
        new() { Connection = "c", Account = "a", Group = "c", Concurrency = concurrency, Credits = credits, Priority = priority, Patience = patience };
}
