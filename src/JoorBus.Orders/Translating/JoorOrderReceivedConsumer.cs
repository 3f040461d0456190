using JoorBus.Contracts.Orders;
using JoorBus.Orders.Recording;
using JoorBus.Persistence.Committing;
using MassTransit;

namespace JoorBus.Orders.Translating;

/// <summary>A new order goes to the warehouse at once. Later changes wait for the answer, so the saga sends those.</summary>
public sealed class JoorOrderReceivedConsumer(UnitOfWork unit, TimeProvider clock) : IConsumer<JoorOrderReceived>
{
    public Task Consume(ConsumeContext<JoorOrderReceived> context)
    {
        var received = context.Message;
        unit.Write(OrderStep.Insert, new OrderStep(received.OrderId, clock.GetUtcNow(), StepKind.CreateSent, $"revision {received.Revision}", context.MessageId));
        return context.Publish(WmsOrderTranslator.ToCreate(received.OrderId, received.Connection, received.Revision, received.Order));
    }
}
