using JoorBus.Orders.Tracking;

namespace JoorBus.Orders.Listing;

/// <summary>What the saga of an order knows.</summary>
/// <param name="State">State of the saga.</param>
/// <param name="Revision">Newest revision heard of from JOOR.</param>
/// <param name="SentRevision">Revision of the last command to the warehouse.</param>
/// <param name="SentAt">When that was.</param>
/// <param name="AcceptedRevision">Revision the warehouse holds; 0 while it holds none.</param>
/// <param name="WaitingRevision">Revision that waits for the answer to the last command.</param>
/// <param name="WmsOrderId">The warehouse's own id.</param>
/// <param name="HeldReason">Why a person has to look at the order.</param>
/// <param name="SilentSince">Since when the warehouse owes an answer for too long.</param>
/// <param name="Carrier">Carrier of the shipment.</param>
/// <param name="TrackingNumber">Tracking number of the shipment.</param>
/// <param name="ShippedAt">When the goods left.</param>
public sealed record OrderFacts(
    string State,
    int Revision,
    int SentRevision,
    DateTimeOffset SentAt,
    int AcceptedRevision,
    int? WaitingRevision,
    string? WmsOrderId,
    string? HeldReason,
    DateTimeOffset? SilentSince,
    string? Carrier,
    string? TrackingNumber,
    DateTimeOffset? ShippedAt)
{
    internal static OrderFacts Of(OrderFulfillment order) => new(
        order.CurrentState,
        order.Revision,
        order.SentRevision,
        order.SentAt,
        order.AcceptedRevision,
        order.Waiting?.Revision,
        order.WmsOrderId,
        order.HeldReason,
        order.SilentSince,
        order.Carrier,
        order.TrackingNumber,
        order.ShippedAt);
}
