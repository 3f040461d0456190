using JoorBus.Orders.Tracking;

namespace JoorBus.Orders.Tests.Tracking;

/// <summary>An order in which revision 3 was sent last, and a change that waits is revision 4.</summary>
internal sealed record Situation(string State, string Label, int Accepted = 0, bool ChangeWaits = false, bool CancellationWaits = false, bool IsHeld = false)
{
    public const int Sent = 3;

    private const string AwaitingAcceptance = nameof(OrderFulfillmentStateMachine.AwaitingAcceptance);
    private const string AwaitingCancellation = nameof(OrderFulfillmentStateMachine.AwaitingCancellation);

    public static IReadOnlyList<Situation> All { get; } =
    [
        new("Initial", "not known"),
        new(AwaitingAcceptance, "creation sent"),
        new(AwaitingAcceptance, "creation sent, change waits", ChangeWaits: true),
        new(AwaitingAcceptance, "creation sent, cancellation waits", CancellationWaits: true),
        new(AwaitingAcceptance, "amendment sent", Accepted: 2),
        new(AwaitingAcceptance, "amendment sent, change waits", Accepted: 2, ChangeWaits: true),
        new(AwaitingAcceptance, "amendment sent, cancellation waits", Accepted: 2, CancellationWaits: true),
        new(nameof(OrderFulfillmentStateMachine.Accepted), "accepted", Accepted: 3),
        new(AwaitingCancellation, "cancellation sent", Accepted: 2),
        new(AwaitingCancellation, "cancellation sent, change waits", Accepted: 2, ChangeWaits: true),
        new(nameof(OrderFulfillmentStateMachine.Held), "nothing at the warehouse", IsHeld: true),
        new(nameof(OrderFulfillmentStateMachine.Held), "older content at the warehouse", Accepted: 2, IsHeld: true),
        new(nameof(OrderFulfillmentStateMachine.Cancelled), "cancelled"),
        new(nameof(OrderFulfillmentStateMachine.Shipped), "newest content left", Accepted: 3),
        new(nameof(OrderFulfillmentStateMachine.Shipped), "older content left", Accepted: 2, IsHeld: true),
    ];

    public int Known => ChangeWaits || CancellationWaits ? Sent + 1 : Sent;

    public OrderFulfillment? ToOrder(Guid orderId) => State == "Initial" ? null : new OrderFulfillment
    {
        CorrelationId = orderId,
        CurrentState = State,
        Connection = OrderSamples.Connection,
        JoorOrderId = "172728",
        Revision = Known,
        SentRevision = Sent,
        AcceptedRevision = Accepted,
        Waiting = ChangeWaits || CancellationWaits ? new WaitingChange(Known, ChangeWaits ? OrderSamples.AnOrder() : null) : null,
        HeldReason = IsHeld ? "refused" : null,
    };
}
