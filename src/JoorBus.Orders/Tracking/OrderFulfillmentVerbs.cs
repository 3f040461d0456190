using JoorBus.Contracts.Orders;
using JoorBus.Orders.Recording;
using JoorBus.Persistence.Committing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Orders.Tracking;

/// <summary>The verbs of <see cref="OrderFulfillmentStateMachine"/>'s table.</summary>
internal static class OrderFulfillmentVerbs
{
    private const int FirstRevision = 1;

    public static EventActivityBinder<OrderFulfillment, JoorOrderReceived> Begin(
        this EventActivityBinder<OrderFulfillment, JoorOrderReceived> binder, TimeProvider clock) =>
        binder.Then(context => Begin(context, context.Message.Connection, context.Message.Order.JoorOrderId, clock));

    // A change that overtook the first event: Translating still sends revision 1.
    public static EventActivityBinder<OrderFulfillment, JoorOrderAmended> Begin(
        this EventActivityBinder<OrderFulfillment, JoorOrderAmended> binder, TimeProvider clock) =>
        binder.Then(context => Begin(context, context.Message.Connection, context.Message.Order.JoorOrderId, clock));

    public static EventActivityBinder<OrderFulfillment, JoorOrderCancelled> Begin(
        this EventActivityBinder<OrderFulfillment, JoorOrderCancelled> binder, TimeProvider clock) =>
        binder.Then(context => Begin(context, context.Message.Connection, context.Message.JoorOrderId, clock));

    public static EventActivityBinder<OrderFulfillment, JoorOrderAmended> LetWait(
        this EventActivityBinder<OrderFulfillment, JoorOrderAmended> binder, TimeProvider clock) =>
        binder.Then(context => LetWait(context, context.Message.Connection, new WaitingChange(context.Message.Revision, context.Message.Order), clock));

    public static EventActivityBinder<OrderFulfillment, JoorOrderCancelled> LetWait(
        this EventActivityBinder<OrderFulfillment, JoorOrderCancelled> binder, TimeProvider clock) =>
        binder.Then(context => LetWait(context, context.Message.Connection, new WaitingChange(context.Message.Revision, Order: null), clock));

    public static EventActivityBinder<OrderFulfillment, WmsOrderAccepted> Accept(
        this EventActivityBinder<OrderFulfillment, WmsOrderAccepted> binder, TimeProvider clock) =>
        binder.Then(context =>
        {
            var order = context.Saga;
            order.AcceptedRevision = context.Message.Revision;
            order.WmsOrderId = context.Message.WmsOrderId ?? order.WmsOrderId;
            order.HeldReason = null;
            Answered(context, clock, StepKind.WmsAccepted, $"revision {context.Message.Revision}, WMS order {order.WmsOrderId ?? "without id"}");
        });

    public static EventActivityBinder<OrderFulfillment, WmsOrderRejected> Refuse(
        this EventActivityBinder<OrderFulfillment, WmsOrderRejected> binder, TimeProvider clock) =>
        binder.Then(context =>
        {
            context.Saga.HeldReason = context.Message.Code is { } code ? $"{context.Message.Reason} ({code})" : context.Message.Reason;
            Answered(context, clock, StepKind.WmsRejected, $"revision {context.Message.Revision}: {context.Saga.HeldReason}");
        });

    public static EventActivityBinder<OrderFulfillment, WmsOrderCancelled> Cancel(
        this EventActivityBinder<OrderFulfillment, WmsOrderCancelled> binder, TimeProvider clock) =>
        binder.Then(context =>
        {
            context.Saga.AcceptedRevision = 0;
            context.Saga.HeldReason = null;
            Answered(context, clock, StepKind.WmsCancelled, $"revision {context.Message.Revision}");
        });

    public static EventActivityBinder<OrderFulfillment, WmsOrderCancelled> LoseAtWarehouse(
        this EventActivityBinder<OrderFulfillment, WmsOrderCancelled> binder, TimeProvider clock) =>
        binder.Then(context =>
        {
            context.Saga.AcceptedRevision = 0;
            context.Saga.HeldReason = "The warehouse cancelled the order by itself";
            Answered(context, clock, StepKind.WmsCancelled, "not asked for by JOOR");
        });

    public static EventActivityBinder<OrderFulfillment, WmsOrderShipped> Ship(
        this EventActivityBinder<OrderFulfillment, WmsOrderShipped> binder, TimeProvider clock) =>
        binder.Then(context =>
        {
            var order = context.Saga;
            order.ShippedAt = context.Message.ShippedAt ?? clock.GetUtcNow();
            order.Carrier = context.Message.Carrier;
            order.TrackingNumber = context.Message.TrackingNumber;
            // What was refused before the goods left stays refused.
            order.HeldReason = order.Waiting is null ? order.HeldReason : TooLate(order.Waiting.Revision);
            order.Waiting = null;
            Answered(context, clock, StepKind.WmsShipped, $"{order.Carrier} {order.TrackingNumber}".Trim());
        });

    /// <summary>The goods left although the order was cancelled: a person has to know.</summary>
    public static EventActivityBinder<OrderFulfillment, WmsOrderShipped> ShipDespiteCancellation(
        this EventActivityBinder<OrderFulfillment, WmsOrderShipped> binder, TimeProvider clock) =>
        binder.Then(context => context.Saga.HeldReason = "The warehouse shipped the order after it was cancelled").Ship(clock);

    public static EventActivityBinder<OrderFulfillment, JoorOrderAmended> ComeTooLate(
        this EventActivityBinder<OrderFulfillment, JoorOrderAmended> binder, TimeProvider clock) =>
        binder.Then(context => ComeTooLate(context, context.Message.Connection, context.Message.Revision, clock));

    public static EventActivityBinder<OrderFulfillment, JoorOrderCancelled> ComeTooLate(
        this EventActivityBinder<OrderFulfillment, JoorOrderCancelled> binder, TimeProvider clock) =>
        binder.Then(context => ComeTooLate(context, context.Message.Connection, context.Message.Revision, clock));

    /// <summary>Sends what waits and awaits its answer, or goes to <paramref name="state"/> when nothing waits.</summary>
    public static EventActivityBinder<OrderFulfillment, T> SendWaitingOrElse<T>(
        this EventActivityBinder<OrderFulfillment, T> binder, State state, OrderFulfillmentStateMachine machine, TimeProvider clock)
        where T : class =>
        binder.ThenAsync(async context =>
        {
            var order = context.Saga;
            switch (NextCommand.For(order))
            {
                case NextCommand.Send send:
                    await context.Publish(send.Command, send.Command.GetType()).ConfigureAwait(false);
                    order.SentRevision = order.Waiting!.Revision;
                    order.IsCancelling = send.IsCancellation;
                    order.SentAt = clock.GetUtcNow();
                    order.Waiting = null;
                    order.HeldReason = null;
                    Record(context, clock, KindOf(send.Command), $"revision {order.SentRevision}");
                    await context.TransitionToState(send.IsCancellation ? machine.AwaitingCancellation : machine.AwaitingAcceptance).ConfigureAwait(false);
                    break;
                case NextCommand.AlreadyGone:
                    order.Waiting = null;
                    order.HeldReason = null;
                    await context.TransitionToState(machine.Cancelled).ConfigureAwait(false);
                    break;
                default:
                    await context.TransitionToState(state).ConfigureAwait(false);
                    break;
            }
        });

    /// <summary>An answer for an order that is not tracked (yet): tried again for some seconds, then a dead letter with this reason.</summary>
    public static IPipe<ConsumeContext<T>> NotYetKnown<T>(this IMissingInstanceConfigurator<OrderFulfillment, T> missing)
        where T : class =>
        missing.ExecuteAsync(context => throw new OrderNotKnownException(context.CorrelationId ?? context.MessageId ?? default));

    private static void Begin(BehaviorContext<OrderFulfillment> context, string connection, string joorOrderId, TimeProvider clock)
    {
        var order = context.Saga;
        order.Connection = connection;
        order.JoorOrderId = joorOrderId;
        order.Revision = FirstRevision;
        order.SentRevision = FirstRevision;
        order.SentAt = order.UpdatedAt = clock.GetUtcNow();
    }

    private static void LetWait(BehaviorContext<OrderFulfillment> context, string connection, WaitingChange change, TimeProvider clock)
    {
        context.Saga.Connection = connection;
        context.Saga.Revision = change.Revision;
        context.Saga.Waiting = change;
        Record(context, clock, StepKind.ChangeWaits, change.Order is null ? $"cancellation, revision {change.Revision}" : $"revision {change.Revision}");
    }

    private static void ComeTooLate(BehaviorContext<OrderFulfillment> context, string connection, int revision, TimeProvider clock)
    {
        context.Saga.Connection = connection;
        context.Saga.Revision = revision;
        context.Saga.HeldReason = TooLate(revision);
        Record(context, clock, StepKind.ChangeTooLate, context.Saga.HeldReason);
    }

    private static string TooLate(int revision) => $"JOOR changed the order (revision {revision}) after it had shipped; the change was not sent";

    private static string KindOf(object command) => command switch
    {
        CreateWmsOrder => StepKind.CreateSent,
        AmendWmsOrder => StepKind.AmendSent,
        _ => StepKind.CancelSent,
    };

    private static void Answered(BehaviorContext<OrderFulfillment> context, TimeProvider clock, string kind, string detail)
    {
        context.Saga.SilentSince = null;
        Record(context, clock, kind, detail);
    }

    private static void Record(BehaviorContext<OrderFulfillment> context, TimeProvider clock, string kind, string? detail)
    {
        context.Saga.UpdatedAt = clock.GetUtcNow();
        context.GetPayload<IServiceProvider>().GetRequiredService<UnitOfWork>()
            .Write(OrderStep.Insert, new OrderStep(context.Saga.CorrelationId, context.Saga.UpdatedAt, kind, detail, context.MessageId));
    }
}
