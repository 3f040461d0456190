using JoorBus.Contracts.Orders;
using MassTransit;

namespace JoorBus.Orders.Tracking;

/// <summary>
/// One command to the warehouse at a time. What JOOR changes meanwhile waits, only the newest is kept, and a refusal waits for a person
/// or for the next change. Translating sends the first command; this machine all later ones.
/// </summary>
public sealed class OrderFulfillmentStateMachine : MassTransitStateMachine<OrderFulfillment>
{
    public OrderFulfillmentStateMachine(TimeProvider clock)
    {
        InstanceState(order => order.CurrentState);
        Event(() => Received, e => e.CorrelateById(context => context.Message.OrderId));
        Event(() => Amended, e => e.CorrelateById(context => context.Message.OrderId));
        Event(() => CancelledInJoor, e => e.CorrelateById(context => context.Message.OrderId));
        Event(() => WmsAccepted, e => e.CorrelateById(context => context.Message.OrderId).OnMissingInstance(m => m.NotYetKnown()));
        Event(() => WmsRejected, e => e.CorrelateById(context => context.Message.OrderId).OnMissingInstance(m => m.NotYetKnown()));
        Event(() => WmsCancelled, e => e.CorrelateById(context => context.Message.OrderId).OnMissingInstance(m => m.NotYetKnown()));
        Event(() => WmsShipped, e => e.CorrelateById(context => context.Message.OrderId).OnMissingInstance(m => m.NotYetKnown()));

        Initially(
            When(Received).Begin(clock).TransitionTo(AwaitingAcceptance),
            When(Amended).Begin(clock).LetWait(clock).TransitionTo(AwaitingAcceptance),
            When(CancelledInJoor).Begin(clock).LetWait(clock).TransitionTo(AwaitingAcceptance));

        During(AwaitingAcceptance,
            Ignore(Received),
            When(Amended, IsNewer).LetWait(clock),
            When(CancelledInJoor, IsNewer).LetWait(clock),
            When(WmsAccepted, AnswersLastCommand).Accept(clock).SendWaitingOrElse(Accepted, this, clock),
            When(WmsRejected, AnswersLastCommand).Refuse(clock).SendWaitingOrElse(Held, this, clock),
            When(WmsCancelled, AnswersLastCommand).LoseAtWarehouse(clock).SendWaitingOrElse(Held, this, clock),
            When(WmsShipped).Ship(clock).TransitionTo(Shipped));

        During(Accepted,
            Ignore(Received),
            When(Amended, IsNewer).LetWait(clock).SendWaitingOrElse(Accepted, this, clock),
            When(CancelledInJoor, IsNewer).LetWait(clock).SendWaitingOrElse(Accepted, this, clock),
            Ignore(WmsAccepted),
            Ignore(WmsRejected),
            When(WmsCancelled, AnswersLastCommand).LoseAtWarehouse(clock).TransitionTo(Held),
            When(WmsShipped).Ship(clock).TransitionTo(Shipped));

        During(AwaitingCancellation,
            Ignore(Received),
            When(Amended, IsNewer).LetWait(clock),
            When(CancelledInJoor, IsNewer).LetWait(clock),
            Ignore(WmsAccepted),
            When(WmsRejected, AnswersLastCommand).Refuse(clock).SendWaitingOrElse(Held, this, clock),
            When(WmsCancelled, AnswersLastCommand).Cancel(clock).SendWaitingOrElse(Cancelled, this, clock),
            When(WmsShipped).Ship(clock).TransitionTo(Shipped));

        During(Held,
            Ignore(Received),
            When(Amended, IsNewer).LetWait(clock).SendWaitingOrElse(Held, this, clock),
            When(CancelledInJoor, IsNewer).LetWait(clock).SendWaitingOrElse(Held, this, clock),
            When(WmsAccepted, AnswersLastCommand).Accept(clock).TransitionTo(Accepted),
            Ignore(WmsRejected),
            When(WmsCancelled, AnswersCancellation).Cancel(clock).TransitionTo(Cancelled),
            When(WmsCancelled, IsUnasked).LoseAtWarehouse(clock),
            When(WmsShipped).Ship(clock).TransitionTo(Shipped));

        During(Cancelled,
            Ignore(Received),
            When(Amended, IsNewer).LetWait(clock).SendWaitingOrElse(Cancelled, this, clock),
            When(CancelledInJoor, IsNewer).LetWait(clock).SendWaitingOrElse(Cancelled, this, clock),
            Ignore(WmsAccepted),
            Ignore(WmsRejected),
            Ignore(WmsCancelled),
            When(WmsShipped).ShipDespiteCancellation(clock).TransitionTo(Shipped));

        During(Shipped,
            Ignore(Received),
            When(Amended, IsNewer).ComeTooLate(clock),
            When(CancelledInJoor, IsNewer).ComeTooLate(clock),
            Ignore(WmsAccepted),
            When(WmsRejected, AnswersLastCommand).Refuse(clock),
            Ignore(WmsCancelled),
            When(WmsShipped).Ship(clock));
    }

    public State AwaitingAcceptance { get; } = null!;

    public State Accepted { get; } = null!;

    public State AwaitingCancellation { get; } = null!;

    public State Held { get; } = null!;

    public State Cancelled { get; } = null!;

    public State Shipped { get; } = null!;

    public Event<JoorOrderReceived> Received { get; } = null!;

    public Event<JoorOrderAmended> Amended { get; } = null!;

    public Event<JoorOrderCancelled> CancelledInJoor { get; } = null!;

    public Event<WmsOrderAccepted> WmsAccepted { get; } = null!;

    public Event<WmsOrderRejected> WmsRejected { get; } = null!;

    public Event<WmsOrderCancelled> WmsCancelled { get; } = null!;

    public Event<WmsOrderShipped> WmsShipped { get; } = null!;

    private static bool IsNewer(BehaviorContext<OrderFulfillment, JoorOrderAmended> context) => context.Message.Revision > context.Saga.Revision;

    private static bool IsNewer(BehaviorContext<OrderFulfillment, JoorOrderCancelled> context) => context.Message.Revision > context.Saga.Revision;

    private static bool AnswersLastCommand(BehaviorContext<OrderFulfillment, WmsOrderAccepted> context) => context.Message.Revision == context.Saga.SentRevision;

    private static bool AnswersLastCommand(BehaviorContext<OrderFulfillment, WmsOrderRejected> context) => context.Message.Revision == context.Saga.SentRevision;

    private static bool AnswersLastCommand(BehaviorContext<OrderFulfillment, WmsOrderCancelled> context) => context.Message.Revision == context.Saga.SentRevision;

    private static bool AnswersCancellation(BehaviorContext<OrderFulfillment, WmsOrderCancelled> context) => AnswersLastCommand(context) && context.Saga.IsCancelling;

    private static bool IsUnasked(BehaviorContext<OrderFulfillment, WmsOrderCancelled> context) => AnswersLastCommand(context) && !context.Saga.IsCancelling;
}
