using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

public sealed class When_credits_are_spent
{
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task Should_grant_300_reads_in_300_seconds()
    {
        var credits = Credits();

        for (var i = 1; i <= 300; i++)
            (await Spend(credits)).ShouldBe(new JoorCreditGrant.Granted(300 - i));

        (await Spend(credits)).ShouldBe(new JoorCreditGrant.NotBefore(_clock.GetUtcNow().AddSeconds(302)));
        (await Spend(credits, account: "other")).ShouldBeOfType<JoorCreditGrant.Granted>();
    }

    [Fact]
    public async Task Should_grant_again_exactly_when_it_said()
    {
        var credits = Credits();
        for (var i = 0; i < 60; i++)
            await Spend(credits, 5);
        var until = (await Spend(credits)).ShouldBeOfType<JoorCreditGrant.NotBefore>().Until;

        _clock.Advance(until - _clock.GetUtcNow() - TimeSpan.FromTicks(1));
        var early = await Spend(credits);
        _clock.Advance(TimeSpan.FromTicks(1));

        early.ShouldBe(new JoorCreditGrant.NotBefore(until));
        (await Spend(credits)).ShouldBeOfType<JoorCreditGrant.Granted>();
    }

    [Fact]
    public async Task Should_keep_a_share_for_order_reading()
    {
        var credits = Credits();
        for (var i = 0; i < 48; i++)
            (await Spend(credits, 5, JoorPriority.Stock)).ShouldBeOfType<JoorCreditGrant.Granted>();

        (await Spend(credits, 5, JoorPriority.Stock)).ShouldBeOfType<JoorCreditGrant.NotBefore>();
        (await Spend(credits)).ShouldBeOfType<JoorCreditGrant.Granted>();
    }

    [Fact]
    public void Should_never_overspend_JOORs_window_wherever_it_starts() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => Overspent(new Random(seed), new ManualClock()) is null).QuickCheckThrowOnFailure();

    /// <summary>JOOR's side as its guide describes it: a fixed window that opens with the first request it receives, up to a second after we sent it.</summary>
    private static string? Overspent(Random random, ManualClock clock)
    {
        var credits = new InProcessJoorCredits(Options.Create(new JoorCreditOptions()), clock);
        var (opened, used) = (DateTimeOffset.MinValue, 0);
        for (var i = 0; i < 2000; i++)
        {
            var cost = random.Next(2) == 0 ? 1 : 5;
            var grant = credits.SpendAsync("a", cost, JoorPriority.OrderReading, CancellationToken.None).AsTask().GetAwaiter().GetResult();
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(10) == 0 ? random.Next(1000) : random.Next(20)));
            if (grant is JoorCreditGrant.Granted)
            {
                if (clock.GetUtcNow() - opened >= TimeSpan.FromSeconds(300))
                    (opened, used) = (clock.GetUtcNow(), 0);
                used += cost;
            }
            else if (((JoorCreditGrant.NotBefore)grant).Until - clock.GetUtcNow() is { Ticks: > 0 } wait)
            {
                clock.Advance(wait);
            }
            if (used > 300)
                return $"{used} credits in the window that opened {opened:O}";
            clock.Advance(TimeSpan.FromMilliseconds(random.Next(100) == 0 ? random.Next(300_000) : random.Next(50)));
        }
        return null;
    }

    private InProcessJoorCredits Credits() => new(Options.Create(new JoorCreditOptions()), _clock);

    private static ValueTask<JoorCreditGrant> Spend(
        InProcessJoorCredits credits, int cost = 1, JoorPriority priority = JoorPriority.OrderReading, string account = "a") =>
        credits.SpendAsync(account, cost, priority, CancellationToken.None);
}
