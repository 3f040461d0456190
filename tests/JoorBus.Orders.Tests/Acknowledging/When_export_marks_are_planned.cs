using FsCheck;
using FsCheck.Fluent;
using JoorBus.Orders.Acknowledging;

namespace JoorBus.Orders.Tests.Acknowledging;

public sealed class When_export_marks_are_planned
{
    [Fact]
    public void Should_hold_every_order_to_mark_and_none_that_was_not_imported() => ForAnyMoments((toMark, notImported) =>
    {
        var windows = MarkWindow.Plan(toMark, notImported);

        return toMark.Except(notImported).All(moment => windows.Count(window => Holds(window, moment)) == 1)
            && !notImported.Any(moment => windows.Any(window => Holds(window, moment)));
    });

    [Fact]
    public void Should_need_as_few_windows_as_possible() => ForAnyMoments((toMark, notImported) =>
    {
        var moments = toMark.Except(notImported).Order().ToList();
        var walls = moments.Zip(moments.Skip(1)).Count(pair => notImported.Any(wall => wall > pair.First && wall < pair.Second));

        return MarkWindow.Plan(toMark, notImported).Count == (moments.Count == 0 ? 0 : walls + 1);
    });

    [Fact]
    public void Should_not_reach_beyond_the_orders_to_mark() => ForAnyMoments((toMark, notImported) =>
        MarkWindow.Plan(toMark, notImported).All(window => toMark.Contains(window.From) && toMark.Contains(window.Until)));

    [Fact]
    public void Should_part_at_an_order_that_was_not_imported() =>
        MarkWindow.Plan([At(1), At(2), At(4)], [At(3)]).ShouldBe([new MarkWindow(At(1), At(2)), new MarkWindow(At(4), At(4))]);

    private static void ForAnyMoments(Func<List<DateTimeOffset>, List<DateTimeOffset>, bool> holds)
    {
        var moments = Gen.Choose(0, 15).Select(At).ListOf().Select(list => list.ToList());
        Prop.ForAll(Arb.From(moments), Arb.From(moments), holds).QuickCheckThrowOnFailure();
    }

    private static bool Holds(MarkWindow window, DateTimeOffset moment) => window.From <= moment && moment <= window.Until;

    private static DateTimeOffset At(int microsecond) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddMicroseconds(microsecond);
}
