using JoorBus.Inventory.Counting;

namespace JoorBus.Inventory.Tests.Counting;

public sealed class When_a_completed_count_is_decided
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly SnapshotFacts Whole = new(HasStart: true, LevelCount: 100, Told: 100, Stocked: 100, Vanishing: 20, ProgressedAt: Now);

    [Fact]
    public void Should_apply_up_to_the_allowed_loss() => Decide(Whole).ShouldBeOfType<SnapshotDecision.Apply>();

    [Fact]
    public void Should_hold_above_it_with_the_numbers() => Decide(Whole with { Vanishing = 21 }).ShouldBeOfType<SnapshotDecision.Hold>()
        .Reason.ShouldBe("21 of 100 levels with stock would become 0, which is more than the allowed share of 0.2; it names 100 levels");

    [Fact]
    public void Should_hold_a_count_of_nothing() => Decide(Whole with { LevelCount = 0, Told = 0, Stocked = 3, Vanishing = 3 }, maxLoss: 1).ShouldBeOfType<SnapshotDecision.Hold>()
        .Reason.ShouldBe("it names no level at all; 3 of 3 levels with stock would become 0");

    [Fact]
    public void Should_apply_where_nothing_has_stock() => Decide(Whole with { Stocked = 0, Vanishing = 0 }, maxLoss: 0).ShouldBeOfType<SnapshotDecision.Apply>();

    [Fact]
    public void Should_wait_for_levels_as_long_as_some_come()
    {
        var missing = Whole with { Told = 99 };
        Decide(missing with { ProgressedAt = Now.AddMinutes(-10) }).ShouldBeOfType<SnapshotDecision.Wait>();
        Decide(missing with { ProgressedAt = Now.AddMinutes(-10).AddTicks(-1) }).ShouldBeOfType<SnapshotDecision.GiveUp>()
            .Reason.ShouldBe("it says 100 levels, 99 different ones came, and no more for 00:10:00; nothing was removed");
    }

    [Fact]
    public void Should_not_decide_without_the_beginning()
    {
        var headless = Whole with { HasStart = false };
        Decide(headless).ShouldBeOfType<SnapshotDecision.Wait>();
        Decide(headless with { ProgressedAt = Now.AddMinutes(-11) }).ShouldBeOfType<SnapshotDecision.GiveUp>().Reason.ShouldStartWith("its beginning was not told");
    }

    private static SnapshotDecision Decide(SnapshotFacts facts, decimal maxLoss = 0.2m) => SnapshotDeciding.Decide(facts, maxLoss, TimeSpan.FromMinutes(10), Now);
}
