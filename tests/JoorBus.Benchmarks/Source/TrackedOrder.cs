namespace JoorBus.Benchmarks.Source;

/// <summary>The saga's document: where the order stands, and how it came there.</summary>
public sealed record TrackedOrder
{
    public const string Accepted = "Accepted";

    public required Guid OrderId { get; init; }
    public required string JoorOrderId { get; init; }
    public required string State { get; init; }
    public required int Revision { get; init; }
    public string? WmsOrderId { get; init; }
    public required IReadOnlyList<TrackedStep> Timeline { get; init; }

    public static TrackedOrder Start(OrderNotice notice, Guid messageId, DateTimeOffset now) => new()
    {
        OrderId = notice.OrderId,
        JoorOrderId = notice.Order.JoorOrderId,
        State = "Received",
        Revision = notice.Revision,
        Timeline = [new TrackedStep("Received", now, messageId)],
    };

    public TrackedOrder Accept(string? wmsOrderId, Guid messageId, DateTimeOffset now) => this with
    {
        State = Accepted,
        WmsOrderId = wmsOrderId,
        Timeline = [.. Timeline, new TrackedStep(Accepted, now, messageId)],
    };
}

/// <summary>One entry of the timeline.</summary>
public sealed record TrackedStep(string What, DateTimeOffset At, Guid MessageId);

/// <summary>What tracking reads of the order event; the rest is skipped.</summary>
public sealed record OrderNotice(Guid OrderId, int Revision, OrderNoticeOrder Order);

/// <summary>The order of an <see cref="OrderNotice"/>.</summary>
public sealed record OrderNoticeOrder(string JoorOrderId);
