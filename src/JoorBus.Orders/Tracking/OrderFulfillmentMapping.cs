using JoorBus.Persistence.Documents;

namespace JoorBus.Orders.Tracking;

internal static class OrderFulfillmentMapping
{
    /// <summary>Orders that somebody waits for, by state. Partial: settled orders cost nothing.</summary>
    public static readonly DocumentIndex Open = new(
        "open",
        "data ->> 'CurrentState'",
        "data ->> 'CurrentState' in ('AwaitingAcceptance', 'AwaitingCancellation', 'Held')");

    public static readonly DocumentMapping<OrderFulfillment> Mapping = new(
        "orderfulfillment", order => order.CorrelationId, OrdersJson.Default.OrderFulfillment, Open);
}
