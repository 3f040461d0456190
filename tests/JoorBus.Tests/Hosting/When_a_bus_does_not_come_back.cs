using JoorBus.Hosting;

namespace JoorBus.Tests.Hosting;

public sealed class When_a_bus_does_not_come_back
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_be_given_up_when_the_broker_let_it_in_long_enough() =>
        Told((0, false, true), (60, false, true), (119, false, true), (120, false, true)).ShouldBe([false, false, false, true]);

    [Fact]
    public void Should_be_waited_for_while_the_broker_is_away() =>
        Told((0, false, true), (100, false, false), (120, false, true), (239, false, true), (240, false, true)).ShouldBe([false, false, false, false, true]);

    [Fact]
    public void Should_be_forgotten_once_it_was_whole() =>
        Told((0, false, true), (100, true, true), (130, false, true), (249, false, true)).ShouldBe([false, false, false, false]);

    private static bool[] Told(params (int Seconds, bool IsWhole, bool IsBrokerThere)[] looks)
    {
        var deafness = new Deafness();
        return [.. looks.Select(look => deafness.Note(look.IsWhole, look.IsBrokerThere, Start.AddSeconds(look.Seconds)))];
    }
}
