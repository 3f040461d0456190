using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Reconciling;
using Microsoft.Extensions.Options;

namespace JoorBus.Inventory.Pushing;

/// <summary>What the work for every connection is made of.</summary>
internal sealed class WorkerParts(
    PlanningStore store,
    FactsReading reading,
    InventoryUnits units,
    PushStore pushes,
    PushRound push,
    PushRecovery recovery,
    ReconcileRound reconciling,
    IStockCredits credits,
    IOptions<InventoryOptions> options,
    TimeProvider clock)
{
    public PlanningStore Store => store;

    public FactsReading Reading => reading;

    public InventoryUnits Units => units;

    public PushStore Pushes => pushes;

    public PushRound Push => push;

    public PushRecovery Recovery => recovery;

    public ReconcileRound Reconciling => reconciling;

    public IStockCredits Credits => credits;

    public TimeProvider Clock => clock;

    /// <summary>How long a request whose sender died may still take effect.</summary>
    public TimeSpan LateEffect => options.Value.LateEffect;

    /// <summary>How long before the end of a lease its holder stops.</summary>
    public TimeSpan LeaseMargin => options.Value.WorkerLease / 10;

    /// <summary>How much lease a request begins with: enough for an attempt at JOOR. Its repeats need the lease to be renewed meanwhile.</summary>
    public TimeSpan LeaseFor(TimeSpan requestTimeout)
    {
        var least = requestTimeout + (2 * LeaseMargin);
        return least > options.Value.WorkerLease ? least : options.Value.WorkerLease;
    }
}
