using System.Text.Json;
using JoorBus.Contracts.Orders;
using JoorBus.Inventory.Setting;
using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using MassTransit;

namespace JoorBus.Inventory.Subtracting;

/// <summary>Counts the units of open JOOR orders, for connections that subtract them from the warehouse's numbers.</summary>
public sealed class OpenOrderConsumer(UnitOfWork unit, InventorySettingsStore settings, ConnectionKeys keys, Database database, TimeProvider clock)
    : IConsumer<JoorOrderReceived>, IConsumer<JoorOrderAmended>, IConsumer<JoorOrderCancelled>, IConsumer<WmsOrderShipped>, IConsumer<WmsOrderCancelled>
{
    public Task Consume(ConsumeContext<JoorOrderReceived> context)
    {
        var said = context.Message;
        return CountAsync(said.OrderId, said.Connection, said.Revision, said.ReceivedAt, said.Order, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<JoorOrderAmended> context)
    {
        var said = context.Message;
        return CountAsync(said.OrderId, said.Connection, said.Revision, said.ReceivedAt, said.Order, context.CancellationToken);
    }

    public Task Consume(ConsumeContext<JoorOrderCancelled> context) => CloseAsync(context.Message.OrderId, context.Message.Connection, context.Message.Revision);

    /// <summary>What left is no longer in the warehouse's number either; a part shipment closes nothing.</summary>
    public Task Consume(ConsumeContext<WmsOrderShipped> context) => context.Message.IsComplete ? CloseAsync(context.Message.OrderId, "", int.MaxValue) : Task.CompletedTask;

    public Task Consume(ConsumeContext<WmsOrderCancelled> context) => CloseAsync(context.Message.OrderId, "", context.Message.Revision);

    private async Task CountAsync(Guid orderId, string name, int revision, DateTimeOffset receivedAt, JoorOrder order, CancellationToken cancellationToken)
    {
        var key = keys.KeyOf(name);
        if (!(await settings.LoadAsync(key, cancellationToken)).SubtractsOpenOrders)
            return;
        var units = OpenOrderLines.Of(order).Select(line => new { item = line.JoorItem, warehouse = line.Warehouse, quantity = line.Quantity });
        var orderedAt = order.ApprovedAt ?? order.CreatedAt ?? receivedAt;
        Write(new OrderRevision(orderId, key, revision, orderedAt, order.Status is JoorOrderStatus.Shipped or JoorOrderStatus.Cancelled, JsonSerializer.Serialize(units)));
    }

    // The order may come later than its end: the end is kept, so that nothing is counted then.
    private Task CloseAsync(Guid orderId, string name, int revision)
    {
        Write(new OrderRevision(orderId, name.Length == 0 ? "" : keys.KeyOf(name), revision, clock.GetUtcNow(), true, "[]"));
        return Task.CompletedTask;
    }

    private void Write(OrderRevision revision)
    {
        unit.Write(OrderRevision.Store, revision);
        unit.Write(InventoryWakeUp.Notify, new InventoryWakeUp(database.Schema));
    }
}
