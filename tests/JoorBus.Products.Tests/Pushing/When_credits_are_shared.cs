using JoorBus.Joor;
using JoorBus.Products.Pushing;

namespace JoorBus.Products.Tests.Pushing;

/// <summary>300 credits in a window, 60 of them for orders, 5 for a write. Half of the others are the products': 120 stay for the rest.</summary>
public sealed class When_credits_are_shared
{
    private static readonly TimeSpan Refill = TimeSpan.FromSeconds(90);

    [Theory]
    [InlineData(300, false)]
    [InlineData(185, false)]
    [InlineData(184, true)]
    [InlineData(0, true)]
    public void Should_wait_when_a_write_would_take_credits_of_others(int left, bool waits) =>
        ProductCredits.Wait(Reading(left), new JoorLimitOptions(), 0.5m).ShouldBe(waits ? Refill : null);

    [Fact]
    public void Should_leave_only_the_part_of_orders_when_all_is_the_products()
    {
        ProductCredits.Wait(Reading(65), new JoorLimitOptions(), 1m).ShouldBeNull();
        ProductCredits.Wait(Reading(64), new JoorLimitOptions(), 1m).ShouldBe(Refill);
    }

    [Fact]
    public void Should_send_when_all_credits_are_there_however_small_the_share() =>
        ProductCredits.Wait(Reading(300) with { RefillsIn = null }, new JoorLimitOptions(), 0.01m).ShouldBeNull();

    [Fact]
    public void Should_wait_through_a_pause_of_joor() =>
        ProductCredits.Wait(Reading(300) with { BlockedFor = TimeSpan.FromMinutes(2) }, new JoorLimitOptions(), 0.5m).ShouldBe(TimeSpan.FromMinutes(2));

    [Theory]
    [InlineData(205, false)]
    [InlineData(204, true)]
    public void Should_wait_when_nothing_could_be_written_after_the_reads(int left, bool waits) =>
        ProductCredits.Wait(Reading(left), new JoorLimitOptions(), 0.5m, reads: 20).ShouldBe(waits ? Refill : null);

    [Theory]
    [InlineData(120, 110, 0)]
    [InlineData(130, 90, 15)]
    [InlineData(105, 90, 0)]
    [InlineData(106, 90, 15)]
    [InlineData(60, 80, 0)]
    public void Should_gather_changes_while_few_pushes_are_left(int before, int after, double seconds) =>
        new CreditsLeft(after, Refill).RestAfter(new CreditsLeft(before, Refill)).ShouldBe(TimeSpan.FromSeconds(seconds));

    private static JoorLimitReading Reading(int left) => new()
    {
        Account = "1001", CreditsLeft = left, LeftBesideOrders = Math.Max(0, left - 60), RefillsIn = Refill, Waiting = 0, UnderWay = 0, Defects = 0,
    };
}
