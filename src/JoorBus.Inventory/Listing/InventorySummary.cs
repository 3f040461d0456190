using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Setting;
using JoorBus.Persistence;

namespace JoorBus.Inventory.Listing;

/// <summary>Counts the stock of connections by where it stands.</summary>
public sealed class InventorySummary(Database database, InventorySettingsStore settings, StockedConnections connections)
{
    private const string Slots =
        """
        select count(*) filter (where is_dirty and not is_refused), min(changed_at) filter (where is_dirty and not is_refused),
            count(*) filter (where is_refused), count(*) filter (where not is_dirty and not is_refused and not is_skipped), max(pushed_at)
        from joor_stock where connection = $1
        """;

    private const string Items = "select count(*) filter (where reason is not null and not is_skipped), count(*) filter (where is_skipped) from inventory_items where connection = $1";

    private const string Unmapped =
        "select warehouse, count(*) from inventory_levels where connection in ('', $1) and warehouse <> all($2) group by warehouse order by 2 desc, 1 limit 100";

    private const string Held = "select count(*) from inventory_snapshots where connection in ('', $1) and state = 'Held'";

    // Both counts are over partial indexes that hold such rows only.
    private const string Progress =
        """
        select (select count(*) from joor_stock where connection = $1 and is_dirty and not is_refused), (select count(*) from joor_stock where connection = $1 and is_refused)
        """;

    // Unplanned goes beyond what planning may look at already: a level whose transaction has just ended counts, too.
    private const string Worker =
        """
        select wanted_push, rebuild_after is not null or settings_version <> $2, error, wants_reconcile or reconcile_after is not null, reconciled_at, paused_until,
            exists (select 1 from inventory_replans r where r.connection = w.connection)
            or exists (select 1 from inventory_levels l where l.connection = '' and l.changed_xid >= w.all_xid)
            or exists (select 1 from inventory_levels l where l.connection = w.connection and l.changed_xid >= w.own_xid)
        from inventory_workers w where w.connection = $1
        """;

    /// <summary>Of one connection, or of every one with settings. Reads every row of stock.</summary>
    public async Task<IReadOnlyList<StockFigures>> OfAsync(string? connection, CancellationToken cancellationToken)
    {
        IReadOnlyList<InventorySettings> chosen = connection is null
            ? await settings.AllAsync(cancellationToken)
            : [await settings.LoadAsync(connections.KeyOf(connection), cancellationToken)];
        var figures = new List<StockFigures>();
        foreach (var one in chosen)
            figures.Add(await OfAsync(one, cancellationToken));
        return figures;
    }

    /// <summary>What a progress bar needs.</summary>
    public async Task<StockProgress> ProgressAsync(string connection, CancellationToken cancellationToken)
    {
        var one = await settings.LoadAsync(connections.KeyOf(connection), cancellationToken);
        var (pending, refused) = (await database.Command(Progress).With(one.Connection).ReadAllAsync(reader => (reader.GetInt64(0), reader.GetInt64(1)), cancellationToken))[0];
        var worker = await WorkerAsync(one, cancellationToken);
        return new StockProgress(
            connections.NameOf(one.Connection), one.IsOn, pending, refused, worker.Asked, worker.Held, worker.IsRebuilding || worker.HasUnplanned, worker.IsReconciling, worker.Error);
    }

    private async Task<StockFigures> OfAsync(InventorySettings one, CancellationToken cancellationToken)
    {
        var slots = (await database.Command(Slots).With(one.Connection)
            .ReadAllAsync(reader => (Pending: reader.GetInt64(0), Oldest: reader.Time(1), Refused: reader.GetInt64(2), Pushed: reader.GetInt64(3), Last: reader.Time(4)), cancellationToken))[0];
        var items = (await database.Command(Items).With(one.Connection).ReadAllAsync(reader => (Unmatched: reader.GetInt64(0), Skipped: reader.GetInt64(1)), cancellationToken))[0];
        var unmapped = await database.Command(Unmapped).With(one.Connection, one.Warehouses.Select(mapping => mapping.Wms).ToArray())
            .ReadAllAsync(reader => new UnmappedWarehouse(reader.GetString(0), reader.GetInt64(1)), cancellationToken);
        var held = (await database.Command(Held).With(one.Connection).ReadAllAsync(reader => reader.GetInt64(0), cancellationToken))[0];
        var worker = await WorkerAsync(one, cancellationToken);
        return new StockFigures
        {
            Connection = connections.NameOf(one.Connection),
            IsOn = one.IsOn,
            Pending = slots.Pending,
            OldestPending = slots.Oldest,
            Refused = slots.Refused,
            Pushed = slots.Pushed,
            LastPushAt = slots.Last,
            Unmatched = items.Unmatched,
            Skipped = items.Skipped,
            Unmapped = unmapped,
            HeldSnapshots = held,
            Asked = worker.Asked,
            Held = worker.Held,
            IsReconciling = worker.IsReconciling,
            ReconciledAt = worker.ReconciledAt,
            PausedUntil = worker.PausedUntil,
            IsRebuilding = worker.IsRebuilding,
            Error = worker.Error,
        };
    }

    private async Task<WorkerFigures> WorkerAsync(InventorySettings one, CancellationToken cancellationToken)
    {
        var rows = await database.Command(Worker).With(one.Connection, one.Version).ReadAllAsync(
            reader => (
                Push: FullPush.Read(reader.Text(0)),
                Figures: new WorkerFigures(null, null, reader.GetBoolean(1), reader.Text(2), reader.GetBoolean(3), reader.Time(4), reader.Time(5), reader.GetBoolean(6))),
            cancellationToken);
        return rows.Count == 0 ? WorkerFigures.None : rows[0].Figures with { Asked = rows[0].Push is { } push ? $"everything is to be sent: {push.Cause}" : null, Held = rows[0].Push?.Held };
    }

    private sealed record WorkerFigures(
        string? Asked, string? Held, bool IsRebuilding, string? Error, bool IsReconciling, DateTimeOffset? ReconciledAt, DateTimeOffset? PausedUntil, bool HasUnplanned)
    {
        /// <summary>Of a connection that no host has begun with.</summary>
        public static readonly WorkerFigures None = new(null, null, false, null, false, null, null, true);
    }
}
