using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Pushing;
using JoorBus.Joor;

namespace JoorBus.Inventory.Tests.Pushing;

public sealed class When_joor_answers_a_request_of_stock
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly Guid Push = new("11111111-1111-1111-1111-111111111111");

    [Fact]
    public void Should_settle_each_entry_by_its_own_answer()
    {
        var settled = Settle(Accepted(JoorStockOutcome.Passed, JoorStockOutcome.Failed, JoorStockOutcome.Unconfirmed), Entry("a"), Entry("b"), Entry("c"));
        settled.State.ShouldBe(PushState.PartlyRefused);
        settled.Entries.Select(entry => entry.Outcome).ShouldBe([EntryOutcome.Passed, EntryOutcome.Refused, EntryOutcome.Unconfirmed]);
        settled.Entries[1].Answer.ShouldBe("Failed, says JOOR");
        settled.Entries[2].NextAttemptAt.ShouldBe(Now.AddSeconds(30));
        settled.PausedUntil.ShouldBeNull();
    }

    [Fact]
    public void Should_give_up_what_joor_does_not_confirm_five_times() =>
        Settle(Accepted(JoorStockOutcome.Unconfirmed), Entry("a") with { Attempts = 4 }).Entries[0].Outcome.ShouldBe(EntryOutcome.GivenUp);

    [Fact]
    public void Should_look_for_the_culprit_when_all_is_refused()
    {
        Settle(new JoorAnswer<JoorStockResult>.Refused("no"), Entry("a"), Entry("b")).IsWholeRefused.ShouldBeTrue();
        Settle(new JoorAnswer<JoorStockResult>.Refused("no"), Entry("a")).Entries[0].Outcome.ShouldBe(EntryOutcome.Refused);
    }

    [Fact]
    public void Should_send_again_what_may_have_taken_effect()
    {
        Settle(new JoorAnswer<JoorStockResult>.OutcomeUnknown("timed out"), Entry("a")).Entries[0].Outcome.ShouldBe(EntryOutcome.Unknown);
        Settle(new JoorAnswer<JoorStockResult>.Failed(500, "oops"), Entry("a")).Entries[0].Outcome.ShouldBe(EntryOutcome.Unknown);
        Settle(new JoorAnswer<JoorStockResult>.Unreachable("no route"), Entry("a")).Entries[0].Outcome.ShouldBe(EntryOutcome.Unsent);
    }

    [Fact]
    public void Should_pause_the_connection_until_it_may_go_on()
    {
        Settle(new JoorAnswer<JoorStockResult>.Throttled(Now.AddSeconds(70), true), Entry("a")).PausedUntil.ShouldBe(Now.AddSeconds(70));
        Settle(new JoorAnswer<JoorStockResult>.Unauthorised("the token"), Entry("a")).PausedUntil.ShouldBe(Now.AddMinutes(1));
        StockSettling.BackOff(0).ShouldBe(TimeSpan.FromSeconds(1));
        StockSettling.BackOff(30).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Theory]
    [InlineData(80, 100, false)]
    [InlineData(79, 100, true)]
    [InlineData(0, 1, true)]
    [InlineData(0, 0, false)]
    [InlineData(500, 100, false)]
    public void Should_hold_an_overwrite_that_loses_too_much(int stocked, int held, bool isHeld) =>
        (FullPushing.Objection(stocked, held, 0.2m) is not null).ShouldBe(isHeld);

    private static StockSettling Settle(JoorAnswer<JoorStockResult> answer, params ClaimedEntry[] claimed) => StockSettling.Of("brand", Push, PushKind.Update, claimed, answer, 0, Now);

    private static JoorAnswer<JoorStockResult>.Accepted Accepted(params JoorStockOutcome[] outcomes) => new(
        new JoorStockResult { Items = [.. outcomes.Select(outcome => new JoorStockAnswer(new JoorStock { Quantity = 1 }, outcome, new JoorStockEntry("a", null, $"{outcome}, says JOOR")))] }, 100);

    private static ClaimedEntry Entry(string item) => new(
        new Slot { Key = new SlotKey(item, "Default", SlotKey.Immediate), Names = new SlotNames(item), Wanted = new WantedStock(1, false), IsPlanned = true }, 0);
}
