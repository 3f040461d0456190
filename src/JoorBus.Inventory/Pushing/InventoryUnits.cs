using JoorBus.Inventory.Planning;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Pushing;

/// <summary>Stores what a worker decided: all of it or nothing, and nothing once the lease is another's.</summary>
internal sealed class InventoryUnits(IServiceScopeFactory scopes)
{
    /// <summary>False when the lease was lost or a document had changed; nothing is stored then.</summary>
    public async Task<bool> StoreAsync(WorkerRow worker, Func<UnitOfWork, IDocuments, Task> fill, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            unit.Write(WorkerChange.Store, new WorkerChange(worker));
            await fill(unit, scope.ServiceProvider.GetRequiredService<IDocuments>());
            if (await unit.CommitAsync(cancellationToken) is not CommitOutcome.Committed)
                return false;
            await unit.DeliverAsync(cancellationToken);
            return true;
        }
    }

    /// <summary>Stores a plan with the place that planning has reached.</summary>
    public Task<bool> StoreAsync(WorkerRow worker, StockPlan plan, IReadOnlyCollection<(string JoorItem, string Requested)> replanned, DateTimeOffset now, CancellationToken cancellationToken) =>
        StoreAsync(
            worker,
            (unit, _) =>
            {
                foreach (var item in plan.Items)
                    unit.Write(ItemRow.Store, new ItemRow(worker.Connection, item));
                foreach (var slot in plan.Slots)
                    unit.Write(SlotRow.Store, new SlotRow(worker.Connection, slot, now));
                foreach (var key in plan.Gone)
                    unit.Write(GoneSlot.Delete, new GoneSlot(worker.Connection, key));
                foreach (var joorItem in plan.Replans)
                    unit.Write(Replan.Want, new Replan(worker.Connection, joorItem));
                foreach (var (joorItem, requested) in replanned)
                    unit.Write(Replan.Done, new Replan(worker.Connection, joorItem, requested));
                return Task.CompletedTask;
            },
            cancellationToken);
}
