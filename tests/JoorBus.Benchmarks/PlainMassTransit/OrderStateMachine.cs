using JoorBus.Benchmarks.Source;
using JoorBus.Contracts.Orders;
using MassTransit;

namespace JoorBus.Benchmarks.PlainMassTransit;

/// <summary>Received, then accepted.</summary>
public sealed class OrderStateMachine : MassTransitStateMachine<OrderSaga>
{
    public OrderStateMachine()
    {
        InstanceState(saga => saga.State);
        Event(() => OrderReceived, received => received.CorrelateById(context => context.Message.OrderId));
        Event(() => OrderAccepted, accepted =>
        {
            accepted.CorrelateById(context => context.Message.OrderId);
            accepted.OnMissingInstance(missing => missing.Fault());
        });

        Initially(When(OrderReceived)
            .Then(context =>
            {
                context.Saga.JoorOrderId = context.Message.Order.JoorOrderId;
                context.Saga.Revision = context.Message.Revision;
                Note(context.Saga, nameof(Received), context.MessageId);
            })
            .TransitionTo(Received));
        During(Received, When(OrderAccepted)
            .Then(context =>
            {
                context.Saga.WmsOrderId = context.Message.WmsOrderId;
                Note(context.Saga, nameof(Accepted), context.MessageId);
            })
            .TransitionTo(Accepted));
    }

    public State Received { get; private set; } = null!;
    public State Accepted { get; private set; } = null!;
    public Event<JoorOrderReceived> OrderReceived { get; private set; } = null!;
    public Event<WmsOrderAccepted> OrderAccepted { get; private set; } = null!;

    private static void Note(OrderSaga saga, string what, Guid? messageId) =>
        saga.Timeline.Add(new TrackedStep(what, TimeProvider.System.GetUtcNow(), messageId!.Value));
}
