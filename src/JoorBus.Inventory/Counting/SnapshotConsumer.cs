using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Receiving;
using JoorBus.Messaging.Failing;
using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using MassTransit;

namespace JoorBus.Inventory.Counting;

/// <summary>Notes beginnings and ends of full counts; <see cref="SnapshotWatch"/> decides.</summary>
internal sealed class SnapshotConsumer(UnitOfWork unit, ScopeKeys scopes, Database database, TimeProvider clock)
    : IConsumer<InventorySnapshotStarted>, IConsumer<InventorySnapshotCompleted>
{
    public async Task Consume(ConsumeContext<InventorySnapshotStarted> context)
    {
        var started = context.Message;
        RefuseIf(SnapshotFaults.Of(started, clock.GetUtcNow()));
        var scope = await scopes.RequireAsync(started.Connection, context.CancellationToken).ConfigureAwait(false);
        var warehouses = started.Warehouses?.Select(name => name.Trim()).Distinct(StringComparer.Ordinal).ToList();
        unit.Write(SnapshotStart.Upsert, new SnapshotStart(started.SnapshotId, scope, warehouses, started.Sequence, started.StartedAt, clock.GetUtcNow()));
        unit.Write(InventoryWakeUp.Notify, new InventoryWakeUp(database.Schema));
    }

    public Task Consume(ConsumeContext<InventorySnapshotCompleted> context)
    {
        var (completed, now) = (context.Message, clock.GetUtcNow());
        RefuseIf(SnapshotFaults.Of(completed));
        unit.Write(SnapshotEnd.Upsert, new SnapshotEnd(completed.SnapshotId, completed.LevelCount, completed.CompletedAt ?? now, now));
        unit.Write(InventoryWakeUp.Notify, new InventoryWakeUp(database.Schema));
        return Task.CompletedTask;
    }

    private static void RefuseIf(string? fault)
    {
        if (fault is not null)
        {
            throw new RefusedMessageException(fault);
        }
    }
}
