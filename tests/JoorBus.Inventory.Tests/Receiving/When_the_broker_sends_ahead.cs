using JoorBus.Inventory.Receiving;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_the_broker_sends_ahead
{
    private const int Small = 15_000;
    private const int Large = 1_500_000;
    private readonly AheadWindow _window = new(most: 6000, mostBytes: 96 << 20);

    [Fact]
    public void Should_begin_with_few_and_widen_only_when_all_of_them_are_open()
    {
        Come(31, Small).ShouldBe(0);
        Come(1, Small).ShouldBe(32);
        Come(31, Small).ShouldBe(0);
        Come(1, Small).ShouldBe(64);
        _window.Size.ShouldBe(128);
    }

    [Fact]
    public void Should_widen_to_the_most()
    {
        Come(20_000, 150);
        _window.Size.ShouldBe(6000);
    }

    [Fact]
    public void Should_hold_no_more_bytes_than_allowed()
    {
        Come(20_000, Large);
        _window.Size.ShouldBe(67);
        (_window.Size * (long)Large).ShouldBeLessThanOrEqualTo(96 << 20);
    }

    [Fact]
    public void Should_not_ask_for_a_heap_at_once()
    {
        Come(20_000, Small);
        _window.Rest();
        foreach (var message in Enumerable.Range(0, 20_000))
            _window.Came(Small).ShouldBeLessThanOrEqualTo((8 << 20) / Small);
    }

    [Fact]
    public void Should_close_at_a_large_one()
    {
        Come(20_000, Small);
        Come(1, Large).ShouldBeLessThan(0);
        _window.Size.ShouldBe(32);
    }

    [Fact]
    public void Should_not_widen_while_what_comes_is_stored_at_once()
    {
        for (var message = 0; message < 1000; message++)
        {
            Come(1, Small).ShouldBe(0);
            _window.Told(1);
        }
    }

    [Fact]
    public void Should_close_at_rest()
    {
        Come(100, Small);
        _window.Rest().ShouldBe(-96);
        _window.Rest().ShouldBe(0);
        _window.IsWide.ShouldBeFalse();
    }

    [Fact]
    public void Should_stay_within_what_is_set()
    {
        var narrow = new AheadWindow(most: 5, mostBytes: 96 << 20);
        Enumerable.Range(0, 100).Sum(_ => narrow.Came(Small)).ShouldBe(0);
        narrow.Size.ShouldBe(5);
    }

    private int Come(int messages, int bytes) => Enumerable.Range(0, messages).Sum(_ => _window.Came(bytes));
}
