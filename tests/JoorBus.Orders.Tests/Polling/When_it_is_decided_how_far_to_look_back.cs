using FsCheck;
using FsCheck.Fluent;
using JoorBus.Orders.Polling;

namespace JoorBus.Orders.Tests.Polling;

public class When_it_is_decided_how_far_to_look_back
{
    private static readonly DateTimeOffset Noon = new(2026, 3, 2, 12, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan TwoMinutes = TimeSpan.FromMinutes(2);

    [Fact]
    public void Should_look_far_when_nobody_knows_when_that_was_done() =>
        LookBack.At(TwoMinutes, farAt: null, Noon).ShouldBe(new LookBack(TimeSpan.FromMinutes(3), IsFar: true));

    [Fact]
    public void Should_look_near_after_a_far_look() =>
        LookBack.At(TwoMinutes, Noon, Noon.AddSeconds(59)).ShouldBe(new LookBack(TimeSpan.FromSeconds(5), IsFar: false));

    [Fact]
    public void Should_look_far_again_after_half_the_overlap() =>
        LookBack.At(TwoMinutes, Noon, Noon.AddSeconds(60)).IsFar.ShouldBeTrue();

    [Fact]
    public void Should_reach_back_no_further_than_an_overlap_that_is_short() =>
        LookBack.At(TimeSpan.FromSeconds(1), Noon, Noon.AddSeconds(1)).ShouldBe(new LookBack(TimeSpan.FromSeconds(1), IsFar: true));

    /// <summary>An order that is shown at most an overlap after it was modified is read, whenever rounds begin and whoever takes over.</summary>
    [Fact]
    public void Should_find_whatever_is_shown_within_the_overlap()
    {
        var stories =
            from overlap in Gen.Choose(0, 240)
            from modified in Gen.Choose(0, 600)
            from late in Gen.Choose(0, overlap)
            from gaps in Gen.ArrayOf(Gen.Choose(1, 40), 7)
            from takenOver in Gen.Choose(0, 100)
            select (overlap, modified, late, gaps, takenOver);
        Prop.ForAll(Arb.From(stories), story => IsFound(story.overlap, story.modified, story.late, story.gaps, story.takenOver)).QuickCheckThrowOnFailure();
    }

    private static bool IsFound(int overlap, int modifiedAfter, int late, int[] gaps, int takenOver)
    {
        var (modified, shown) = (Noon.AddSeconds(modifiedAfter), Noon.AddSeconds(modifiedAfter + late));
        var (checkpoint, farAt, isFound) = (Noon, (DateTimeOffset?)null, false);
        for (var round = 0; checkpoint < shown.AddSeconds(overlap); round++)
        {
            var now = checkpoint.AddSeconds(gaps[round % gaps.Length]);
            var look = LookBack.At(TimeSpan.FromSeconds(overlap), round == takenOver ? null : farAt, now);
            isFound |= shown <= now && checkpoint - look.Back <= modified;
            (checkpoint, farAt) = (now, look.IsFar ? now : round == takenOver ? null : farAt);
        }

        return isFound;
    }
}
