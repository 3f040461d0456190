namespace JoorBus.Benchmarks.Durable;

/// <summary>JoorBus's tables, as the meter empties and counts them.</summary>
public static class JoorBusTables
{
    public const string Empty =
        "TRUNCATE joorbus.joor_orders, joorbus.order_timeline, joorbus.mt_doc_orderfulfillment, joorbus.inbox, joorbus.outbox";

    public const string CountAccepted = "SELECT count(*) FROM joorbus.mt_doc_orderfulfillment WHERE data ->> 'CurrentState' = 'Accepted'";
    public const string CountOutbox = "SELECT count(*) FROM joorbus.outbox";
}
