using JoorBus.Orders.Translating;

namespace JoorBus.Orders.Tracking;

/// <summary>What to tell the warehouse next.</summary>
public abstract record NextCommand
{
    private NextCommand()
    {
    }

    /// <summary>Nothing has changed.</summary>
    public sealed record None : NextCommand;

    /// <summary>The warehouse never took the order, and now it need not.</summary>
    public sealed record AlreadyGone : NextCommand;

    /// <summary>A command whose answer is then awaited.</summary>
    public sealed record Send(object Command, bool IsCancellation) : NextCommand;

    /// <summary>Pure: from what the warehouse holds and what waits.</summary>
    public static NextCommand For(OrderFulfillment order) => order.Waiting switch
    {
        null => new None(),
        { Order: null } when order.AcceptedRevision == 0 => new AlreadyGone(),
        { Order: null } waiting => new Send(
            WmsOrderTranslator.ToCancel(order.CorrelationId, order.Connection, waiting.Revision, order.WmsOrderId, order.JoorOrderId),
            IsCancellation: true),
        { Order: { } changed } waiting when order.AcceptedRevision == 0 => new Send(
            WmsOrderTranslator.ToCreate(order.CorrelationId, order.Connection, waiting.Revision, changed),
            IsCancellation: false),
        { Order: { } changed } waiting => new Send(
            WmsOrderTranslator.ToAmend(order.CorrelationId, order.Connection, waiting.Revision, order.WmsOrderId, changed),
            IsCancellation: false),
    };
}
