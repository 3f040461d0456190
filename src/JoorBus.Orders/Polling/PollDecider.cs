using JoorBus.Joor;

namespace JoorBus.Orders.Polling;

/// <summary>Content decides what is new, amended or cancelled; never JOOR's export status, never the time of the read. Pure.</summary>
public static class PollDecider
{
    public static PollDecision Decide(JoorOrderReading reading, JoorOrderFilter filter, KnownOrder? known, ImportRules rules) => reading switch
    {
        JoorOrderReading.Unreadable bad => IsSame(bad, known) ? new PollDecision.Unchanged() : new PollDecision.Refuse(bad.Reason, bad.Excerpt, bad.ModifiedAt),
        JoorOrderReading.Readable order when !ImportRules.IsImported(filter) => DecideCancelled(order, known),
        JoorOrderReading.Readable order => DecideImported(order, known, rules),
        _ => throw new InvalidOperationException($"{reading.GetType().Name} is not a reading this version knows"),
    };

    // Refused once per content, whether the order was imported before or not.
    private static bool IsSame(JoorOrderReading.Unreadable bad, KnownOrder? known) =>
        known is not null && (known.RefusedHash ?? known.ContentHash).AsSpan().SequenceEqual(bad.ContentHash);

    private static PollDecision DecideCancelled(JoorOrderReading.Readable reading, KnownOrder? known) =>
        known is { Decision: OrderDecision.Imported }
            ? new PollDecision.Cancel(reading.Order, known.Revision + 1)
            : new PollDecision.Unchanged();

    private static PollDecision DecideImported(JoorOrderReading.Readable reading, KnownOrder? known, ImportRules rules)
    {
        var order = reading.Order;
        switch (known?.Decision)
        {
            case OrderDecision.Cancelled:
                return new PollDecision.Amend(order, known.Revision + 1);
            case OrderDecision.Imported when !known.ContentHash.AsSpan().SequenceEqual(reading.ContentHash):
                return new PollDecision.Amend(order, known.Revision + 1);
            case OrderDecision.Imported:
                return !known.IsMarked && order.ModifiedAt is { } modified && modified != known.ModifiedAt
                    ? new PollDecision.Touched(modified)
                    : new PollDecision.Unchanged();
        }

        var placed = order.ApprovedAt ?? order.CreatedAt ?? order.ModifiedAt;
        if (placed is null || placed >= rules.Start)
        {
            return new PollDecision.Receive(order);
        }

        return known is { Decision: OrderDecision.Ignored } && known.ContentHash.AsSpan().SequenceEqual(reading.ContentHash)
            ? new PollDecision.Unchanged()
            : new PollDecision.Ignore(order, $"placed {placed:yyyy-MM-dd HH:mm}Z, before the start date {rules.Start:yyyy-MM-dd HH:mm}Z");
    }
}
