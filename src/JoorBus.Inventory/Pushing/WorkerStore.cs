using JoorBus.Inventory.Planning;
using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using Npgsql;

namespace JoorBus.Inventory.Pushing;

/// <summary>Leases of connections' stock and what their rows say.</summary>
internal sealed class WorkerStore(Database database)
{
    private const string Columns =
        """
        w.connection, w.owner, w.epoch, w.lease_until, w.former_until, w.all_xid, w.own_xid, w.settings_version, w.rebuild_after, w.mode, w.wanted_push,
        w.paused_until, w.paused_revision, w.error, w.full_at, w.reconcile_after, w.reconcile_started_at, w.reconciled_at, w.wants_reconcile,
        w.reconcile_checked, w.reconcile_refused
        """;

    /// <summary>
    /// Atomic, one statement: takes the leases of connections that nobody holds, renews those of this owner that are half over, and tells of each
    /// one held whether there is work. A lease that another one holds is not in the answer.
    /// </summary>
    public Task<List<WorkerRow>> LeaseAsync(IReadOnlyCollection<string> connections, string owner, DateTimeOffset now, TimeSpan lease, CancellationToken cancellationToken) =>
        database.ReadAsync(
            $"""
            with made as (insert into inventory_workers (connection) select c from unnest($1) as c order by c on conflict do nothing),
            free as (
                select connection from inventory_workers
                where connection = any($1) and (lease_until is null or lease_until <= $3 or (owner = $2 and lease_until <= $5))
                order by connection for update skip locked),
            taken as (
                update inventory_workers w set
                    epoch = case when w.owner is distinct from $2 then w.epoch + 1 else w.epoch end,
                    former_until = case when w.owner is distinct from $2 then w.lease_until else w.former_until end,
                    owner = $2, lease_until = $4
                from free where w.connection = free.connection
                returning {Columns}),
            held as (
                select * from taken
                union all
                select {Columns} from inventory_workers w where w.connection = any($1) and w.owner = $2 and w.lease_until > $5 and w.lease_until > $3)
            select w.*,
                exists (select 1 from inventory_replans r where r.connection = w.connection)
                or exists (select 1 from inventory_levels l where l.connection = '' and l.changed_xid >= w.all_xid and l.changed_xid < pg_snapshot_xmin(pg_current_snapshot()))
                or exists (select 1 from inventory_levels l where l.connection = w.connection and l.changed_xid >= w.own_xid and l.changed_xid < pg_snapshot_xmin(pg_current_snapshot())),
                exists (select 1 from joor_stock s where s.connection = w.connection and s.is_dirty and not s.is_refused)
            from held w
            """,
            Read, cancellationToken, connections.ToArray(), owner, now, now + lease, now + (lease / 2));

    /// <summary>Gives up what this owner holds, so that others need not wait.</summary>
    public Task ReleaseAsync(string owner, DateTimeOffset now, CancellationToken cancellationToken) =>
        database.ReadAsync("update inventory_workers set lease_until = $2 where owner = $1 and lease_until > $2 returning 1", _ => 0, cancellationToken, owner, now);

    private static WorkerRow Read(NpgsqlDataReader reader) => new()
    {
        Connection = reader.GetString(0),
        Owner = reader.GetString(1),
        Epoch = reader.GetInt64(2),
        LeaseUntil = reader.GetFieldValue<DateTimeOffset>(3),
        FormerUntil = reader.TimeOrNull(4),
        AllXid = reader.GetFieldValue<ulong>(5),
        OwnXid = reader.GetFieldValue<ulong>(6),
        SettingsVersion = reader.GetInt32(7),
        RebuildAfter = reader.TextOrNull(8),
        Mode = reader.TextOrNull(9),
        WantedPush = reader.TextOrNull(10),
        PausedUntil = reader.TimeOrNull(11),
        PausedRevision = reader.NumberOrNull(12),
        Error = reader.TextOrNull(13),
        FullAt = reader.TimeOrNull(14),
        ReconcileAfter = reader.TextOrNull(15),
        ReconcileStartedAt = reader.TimeOrNull(16),
        ReconciledAt = reader.TimeOrNull(17),
        WantsReconcile = reader.GetBoolean(18),
        ReconcileChecked = reader.GetInt32(19),
        ReconcileRefused = reader.GetInt32(20),
        HasUnplanned = reader.GetBoolean(21),
        HasDirty = reader.GetBoolean(22),
    };
}

/// <summary>Lengthens a lease together with what is begun under it. Fails, with all else of its unit, once the lease is another's.</summary>
internal sealed record LeaseExtension(WorkerRow Worker, DateTimeOffset Until)
{
    public static readonly RowStatement<LeaseExtension> Store = new(
        "inventory lease",
        RowExpectation.Each,
        """
        update inventory_workers w set lease_until = greatest(w.lease_until, r.until) from unnest($1, $2, $3, $4) as r(connection, epoch, owner, until)
        where w.connection = r.connection and w.epoch = r.epoch::bigint and w.owner = r.owner returning 1
        """,
        RowColumn.Text<LeaseExtension>(row => row.Worker.Connection),
        RowColumn.Text<LeaseExtension>(row => $"{row.Worker.Epoch}"),
        RowColumn.Text<LeaseExtension>(row => row.Worker.Owner),
        RowColumn.Time<LeaseExtension>(row => row.Until));
}

/// <summary>A change of a worker's row that fails, with all else of its unit, once the lease is another's.</summary>
internal sealed record WorkerChange(WorkerRow Worker)
{
    public static readonly RowStatement<WorkerChange> Store = new(
        "inventory worker",
        RowExpectation.Each,
        """
        update inventory_workers w set
            all_xid = r.all_xid::xid8, own_xid = r.own_xid::xid8, settings_version = r.settings_version, rebuild_after = r.rebuild_after, mode = r.mode,
            paused_until = r.paused_until, paused_revision = r.paused_revision, error = r.error, full_at = r.full_at,
            reconcile_after = r.reconcile_after, reconcile_started_at = r.reconcile_started_at, reconciled_at = r.reconciled_at,
            reconcile_checked = r.reconcile_checked, reconcile_refused = r.reconcile_refused
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) as r(
            connection, epoch, all_xid, own_xid, settings_version, rebuild_after, mode, paused_until, paused_revision, error, full_at,
            reconcile_after, reconcile_started_at, reconciled_at, owner, reconcile_checked, reconcile_refused)
        where w.connection = r.connection and w.epoch = r.epoch::bigint and w.owner = r.owner returning 1
        """,
        RowColumn.Text<WorkerChange>(row => row.Worker.Connection),
        RowColumn.Text<WorkerChange>(row => $"{row.Worker.Epoch}"),
        RowColumn.Text<WorkerChange>(row => $"{row.Worker.AllXid}"),
        RowColumn.Text<WorkerChange>(row => $"{row.Worker.OwnXid}"),
        RowColumn.Number<WorkerChange>(row => row.Worker.SettingsVersion),
        RowColumn.Text<WorkerChange>(row => row.Worker.RebuildAfter),
        RowColumn.Text<WorkerChange>(row => row.Worker.Mode),
        RowColumn.TimeOrNull<WorkerChange>(row => row.Worker.PausedUntil),
        StockColumns.NumberOrNull<WorkerChange>(row => row.Worker.PausedRevision),
        RowColumn.Text<WorkerChange>(row => row.Worker.Error),
        RowColumn.TimeOrNull<WorkerChange>(row => row.Worker.FullAt),
        RowColumn.Text<WorkerChange>(row => row.Worker.ReconcileAfter),
        RowColumn.TimeOrNull<WorkerChange>(row => row.Worker.ReconcileStartedAt),
        RowColumn.TimeOrNull<WorkerChange>(row => row.Worker.ReconciledAt),
        RowColumn.Text<WorkerChange>(row => row.Worker.Owner),
        RowColumn.Number<WorkerChange>(row => row.Worker.ReconcileChecked),
        RowColumn.Number<WorkerChange>(row => row.Worker.ReconcileRefused));
}
