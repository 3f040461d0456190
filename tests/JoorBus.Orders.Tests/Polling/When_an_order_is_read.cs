using JoorBus.Contracts.Orders;
using JoorBus.Joor;
using JoorBus.Orders.Polling;

namespace JoorBus.Orders.Tests.Polling;

public sealed class When_an_order_is_read
{
    private const string None = "none";
    private static readonly byte[] StoredHash = [1];
    private static readonly byte[] OtherHash = [2];
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Modified = new(2026, 2, 1, 0, 0, 0, TimeSpan.Zero);

    // stored is …, content is …, read as …, placed …, then …
    [Theory]
    [InlineData(None, "other", JoorOrderFilter.Approved, "new", nameof(PollDecision.Receive))]
    [InlineData(None, "other", JoorOrderFilter.Approved, "old", nameof(PollDecision.Ignore))]
    [InlineData(None, "other", JoorOrderFilter.Approved, "at the start", nameof(PollDecision.Receive))]
    [InlineData(None, "other", JoorOrderFilter.Cancelled, "new", nameof(PollDecision.Unchanged))]
    [InlineData(None, "unreadable", JoorOrderFilter.Approved, "new", nameof(PollDecision.Refuse))]
    [InlineData(None, "unreadable", JoorOrderFilter.Cancelled, "new", nameof(PollDecision.Refuse))]
    [InlineData(nameof(OrderDecision.Imported), "same", JoorOrderFilter.Approved, "new", nameof(PollDecision.Unchanged))]
    [InlineData(nameof(OrderDecision.Imported), "other", JoorOrderFilter.Approved, "new", "Amend 4")]
    [InlineData(nameof(OrderDecision.Imported), "other", JoorOrderFilter.Approved, "old", "Amend 4")]
    [InlineData(nameof(OrderDecision.Imported), "same", JoorOrderFilter.Cancelled, "new", "Cancel 4")]
    [InlineData(nameof(OrderDecision.Imported), "other", JoorOrderFilter.Cancelled, "new", "Cancel 4")]
    [InlineData(nameof(OrderDecision.Cancelled), "same", JoorOrderFilter.Approved, "new", "Amend 4")]
    [InlineData(nameof(OrderDecision.Cancelled), "other", JoorOrderFilter.Approved, "new", "Amend 4")]
    [InlineData(nameof(OrderDecision.Cancelled), "same", JoorOrderFilter.Cancelled, "new", nameof(PollDecision.Unchanged))]
    [InlineData(nameof(OrderDecision.Cancelled), "other", JoorOrderFilter.Cancelled, "new", nameof(PollDecision.Unchanged))]
    [InlineData(nameof(OrderDecision.Ignored), "same", JoorOrderFilter.Approved, "old", nameof(PollDecision.Unchanged))]
    [InlineData(nameof(OrderDecision.Ignored), "other", JoorOrderFilter.Approved, "old", nameof(PollDecision.Ignore))]
    [InlineData(nameof(OrderDecision.Ignored), "other", JoorOrderFilter.Approved, "new", nameof(PollDecision.Receive))]
    [InlineData(nameof(OrderDecision.Ignored), "same", JoorOrderFilter.Cancelled, "old", nameof(PollDecision.Unchanged))]
    [InlineData(nameof(OrderDecision.Ignored), "unreadable", JoorOrderFilter.Approved, "old", nameof(PollDecision.Refuse))]
    [InlineData(nameof(OrderDecision.Unreadable), "other", JoorOrderFilter.Approved, "new", nameof(PollDecision.Receive))]
    [InlineData(nameof(OrderDecision.Unreadable), "other", JoorOrderFilter.Approved, "old", nameof(PollDecision.Ignore))]
    [InlineData(nameof(OrderDecision.Unreadable), "other", JoorOrderFilter.Cancelled, "new", nameof(PollDecision.Unchanged))]
    [InlineData(nameof(OrderDecision.Unreadable), "same unreadable", JoorOrderFilter.Approved, "new", nameof(PollDecision.Unchanged))]
    [InlineData(nameof(OrderDecision.Unreadable), "unreadable", JoorOrderFilter.Approved, "new", nameof(PollDecision.Refuse))]
    public void Should_decide_by_content_and_by_what_is_stored(string stored, string content, JoorOrderFilter filter, string placed, string decision) =>
        Describe(Decide(Read(content, placed), stored == None ? null : Stored(Enum.Parse<OrderDecision>(stored)), filter)).ShouldBe(decision);

    [Theory]
    [InlineData(false, 1, true)]
    [InlineData(false, 0, false)]
    [InlineData(true, 1, false)]
    public void Should_note_a_touch_only_while_the_order_is_still_to_be_marked(bool isMarked, int daysLater, bool isTouched)
    {
        var order = OrderSamples.AnOrder() with { ModifiedAt = Modified.AddDays(daysLater) };

        var decision = Decide(new JoorOrderReading.Readable(order, StoredHash), Stored(OrderDecision.Imported) with { IsMarked = isMarked });

        decision.ShouldBe(isTouched ? new PollDecision.Touched(Modified.AddDays(daysLater)) : new PollDecision.Unchanged());
    }

    [Fact]
    public void Should_take_the_day_of_approval_before_that_of_creation_before_that_of_change()
    {
        var (before, after) = (Start.AddDays(-1), Start.AddDays(1));
        var order = OrderSamples.AnOrder();

        ReadNew(order with { ApprovedAt = after, CreatedAt = before, ModifiedAt = before }).ShouldBeOfType<PollDecision.Receive>();
        ReadNew(order with { ApprovedAt = before, CreatedAt = after, ModifiedAt = after }).ShouldBeOfType<PollDecision.Ignore>();
        ReadNew(order with { CreatedAt = before, ModifiedAt = after }).ShouldBeOfType<PollDecision.Ignore>();
        ReadNew(order with { ModifiedAt = before }).ShouldBeOfType<PollDecision.Ignore>();
        ReadNew(order).ShouldBeOfType<PollDecision.Receive>();
    }

    [Fact]
    public void Should_say_why_it_is_ignored() =>
        ReadNew(OrderSamples.AnOrder() with { ApprovedAt = Start.AddDays(-1) }).ShouldBeOfType<PollDecision.Ignore>().Reason
            .ShouldBe("placed 2025-12-31 00:00Z, before the start date 2026-01-01 00:00Z");

    [Fact]
    public void Should_read_cancelled_orders_last() =>
        new ImportRules("linen", "linen", Start, [JoorOrderStatus.Cancelled, JoorOrderStatus.Pending, JoorOrderStatus.Approved]).Filters
            .ShouldBe([JoorOrderFilter.Pending, JoorOrderFilter.Approved, JoorOrderFilter.Cancelled]);

    private static PollDecision ReadNew(JoorOrder order) => Decide(new JoorOrderReading.Readable(order, OtherHash), known: null);

    private static PollDecision Decide(JoorOrderReading reading, KnownOrder? known, JoorOrderFilter filter = JoorOrderFilter.Approved) =>
        PollDecider.Decide(reading, filter, known, new ImportRules("linen", "linen", Start, [JoorOrderStatus.Approved]));

    private static KnownOrder Stored(OrderDecision decision) =>
        new(Guid.Empty, Revision: 3, StoredHash, decision, Modified, IsMarked: true, RowVersion: 1);

    private static JoorOrderReading Read(string content, string placed)
    {
        var order = OrderSamples.AnOrder() with { ApprovedAt = placed == "old" ? Start.AddSeconds(-1) : placed == "new" ? Start.AddDays(1) : Start };
        return content switch
        {
            "same" => new JoorOrderReading.Readable(order, StoredHash),
            "other" => new JoorOrderReading.Readable(order, OtherHash),
            "same unreadable" => new JoorOrderReading.Unreadable("172728", "it is torn", "{", StoredHash),
            _ => new JoorOrderReading.Unreadable("172728", "it is torn", "{", OtherHash),
        };
    }

    private static string Describe(PollDecision decision) => decision switch
    {
        PollDecision.Amend amend => $"Amend {amend.Revision}",
        PollDecision.Cancel cancel => $"Cancel {cancel.Revision}",
        _ => decision.GetType().Name,
    };
}
