using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Wms;

/// <summary>Answers with ids that follow from the command, so that a repeated answer is recognised by its id.</summary>
internal static class WmsAnswers
{
    public static WmsAnswer Accepted(WmsCommand command, string? wmsOrderId, DateTimeOffset now) => new(
        Seeded.Id(command.Key, "accepted"),
        new WmsOrderAccepted { OrderId = command.OrderId, Revision = command.Revision, WmsOrderId = wmsOrderId, AcceptedAt = now });

    public static WmsAnswer Rejected(WmsCommand command, string reason, DateTimeOffset now) => new(
        Seeded.Id(command.Key, "rejected"),
        new WmsOrderRejected
        {
            OrderId = command.OrderId,
            Revision = command.Revision,
            Reason = reason,
            Code = $"{command.Kind}Refused",
            RejectedAt = now,
        });

    public static WmsAnswer Cancelled(WmsCommand command, DateTimeOffset now) => new(
        Seeded.Id(command.Key, "cancelled"),
        new WmsOrderCancelled { OrderId = command.OrderId, Revision = command.Revision, CancelledAt = now });

    public static WmsAnswer Shipped(WmsOrderState state, DateTimeOffset now) => new(
        Seeded.Id(state.OrderId, $"shipped/{state.WmsOrderId}"),
        new WmsOrderShipped
        {
            OrderId = state.OrderId,
            WmsOrderId = state.WmsOrderId,
            ShippedAt = now,
            Carrier = "UPS",
            TrackingNumber = $"1Z{state.WmsOrderId}",
        });
}
