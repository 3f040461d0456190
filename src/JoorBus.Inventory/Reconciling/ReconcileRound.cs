using JoorBus.Inventory.Pushing;
using JoorBus.Persistence.Committing;

namespace JoorBus.Inventory.Reconciling;

/// <summary>What is due of a run that sends everything again.</summary>
internal sealed record ReconcileStep
{
    public IReadOnlyList<ClaimedEntry> Entries { get; init; } = [];

    /// <summary>The worker's row to store before; null when it does not change.</summary>
    public WorkerRow? Row { get; init; }

    /// <summary>A person's wish begins with it.</summary>
    public bool WishIsHeard { get; init; }

    public DateTimeOffset? NextAt { get; init; }

    /// <summary>How the row goes on when the entries are settled.</summary>
    public Func<WorkerRow, StockSettling, WorkerRow> Then { get; init; } = (row, _) => row;
}

/// <summary>
/// Stock cannot be read back through v2, so drift is healed by sending again what JOOR is believed to hold, with credits that are left over,
/// and shows in what JOOR refuses.
/// </summary>
internal sealed class ReconcileRound(PushStore store)
{
    /// <summary>Share of a window's requests that must be left.</summary>
    private const double Leftover = 0.5;

    /// <summary>Null when nothing is due.</summary>
    public async Task<ReconcileStep?> NextAsync(WorkSurroundings around, WorkerRow row, StockBudget budget, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (row.ReconcileAfter is null)
            return Begin(around, row, now);
        if (budget.Affordable <= budget.PerWindow * Leftover)
            return new ReconcileStep { NextAt = now + (budget.RefillsIn ?? TimeSpan.FromSeconds(10)) };
        var entries = await store.HeldAfterAsync(row.Connection, row.ReconcileAfter, around.Settings.MaxItemsPerRequest, cancellationToken);
        if (entries.Count == 0)
            return new ReconcileStep { Row = row with { ReconcileAfter = null, ReconciledAt = now }, NextAt = now };
        var last = entries[^1].Slot.Key.JoorItem;
        return new ReconcileStep
        {
            Entries = entries,
            Then = (next, settling) => settling.State is PushState.Settled or PushState.PartlyRefused ? Done(next, settling, last) : next,
        };
    }

    private static WorkerRow Done(WorkerRow row, StockSettling settling, string last) => row with
    {
        ReconcileAfter = last,
        ReconcileChecked = row.ReconcileChecked + settling.Entries.Count,
        ReconcileRefused = row.ReconcileRefused + settling.Entries.Count(entry => entry.Outcome is EntryOutcome.Refused or EntryOutcome.GivenUp),
    };

    private static WorkerRow Started(WorkerRow row, DateTimeOffset now) =>
        row with { ReconcileAfter = "", ReconcileStartedAt = now, ReconcileChecked = 0, ReconcileRefused = 0, WantsReconcile = false };

    private static ReconcileStep? Begin(WorkSurroundings around, WorkerRow row, DateTimeOffset now)
    {
        if (row.WantsReconcile)
            return new ReconcileStep { Row = Started(row, now), WishIsHeard = true, NextAt = now };
        if (around.Settings.ReconcileEvery is not { } every)
            return null;
        if (row.ReconciledAt is not { } last)
            return new ReconcileStep { Row = row with { ReconciledAt = now }, NextAt = now };
        return last + every <= now
            ? new ReconcileStep { Row = Started(row, now), NextAt = now }
            : new ReconcileStep { NextAt = last + every };
    }
}

/// <summary>A person asks that everything be sent again when credits are left over.</summary>
internal sealed record ReconcileWish(string Connection)
{
    public static readonly RowStatement<ReconcileWish> Store = new(
        "inventory reconcile wish",
        RowExpectation.Any,
        "insert into inventory_workers as w (connection, wants_reconcile) select c, true from unnest($1) as r(c) on conflict (connection) do update set wants_reconcile = true",
        RowColumn.Text<ReconcileWish>(row => row.Connection));

    public static readonly RowStatement<ReconcileWish> Heard = new(
        "inventory reconcile heard",
        RowExpectation.Any,
        "update inventory_workers w set wants_reconcile = false from unnest($1) as r(c) where w.connection = r.c",
        RowColumn.Text<ReconcileWish>(row => row.Connection));
}
