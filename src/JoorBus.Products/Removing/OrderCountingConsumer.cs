using JoorBus.Contracts.Orders;
using JoorBus.Persistence.Committing;
using MassTransit;

namespace JoorBus.Products.Removing;

/// <summary>Keeps account of open JOOR orders, so that a held removal says what it would cancel.</summary>
internal sealed class OrderCountingConsumer(UnitOfWork unit, ProductConnections connections)
    : IConsumer<JoorOrderReceived>, IConsumer<JoorOrderAmended>, IConsumer<JoorOrderCancelled>, IConsumer<WmsOrderShipped>
{
    public Task Consume(ConsumeContext<JoorOrderReceived> context) =>
        Count(CountedOrder.Of(context.Message.OrderId, KeyOf(context.Message.Connection), context.Message.Revision, context.Message.Order));

    public Task Consume(ConsumeContext<JoorOrderAmended> context) =>
        Count(CountedOrder.Of(context.Message.OrderId, KeyOf(context.Message.Connection), context.Message.Revision, context.Message.Order));

    public Task Consume(ConsumeContext<JoorOrderCancelled> context) =>
        Count(CountedOrder.Cancelled(context.Message.OrderId, KeyOf(context.Message.Connection), context.Message.Revision));

    public Task Consume(ConsumeContext<WmsOrderShipped> context)
    {
        if (context.Message.IsComplete)
            unit.Write(ShippedOrder.Store, new ShippedOrder(context.Message.OrderId));
        return Task.CompletedTask;
    }

    private string KeyOf(string name) => connections.KeyOf(name) ?? name;

    private Task Count(CountedOrder order)
    {
        unit.Write(CountedOrder.Store, order);
        return Task.CompletedTask;
    }
}
