using JoorBus.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Products.Storing;

/// <summary>Who works on which connection, and how far it has got.</summary>
internal sealed class WorkerStore(Database database)
{
    /// <summary>Atomic: the lease, if nobody else holds it; null otherwise.</summary>
    public async Task<WorkerState?> TakeAsync(string connection, string owner, DateTimeOffset now, DateTimeOffset until, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            """
            insert into product_workers as w (connection, owner, epoch, lease_until) values ($1, $2, 1, $4)
            on conflict (connection) do update set owner = $2, epoch = w.epoch + 1, lease_until = $4
            where w.lease_until is null or w.lease_until <= $3 or w.owner = $2
            returning epoch, reconcile_wanted, reconciled_at, reconcile_after
            """);
        command.Parameters.AddWithValue(connection);
        command.Parameters.AddWithValue(owner);
        command.Parameters.AddWithValue(now.UtcDateTime);
        command.Parameters.AddWithValue(until.UtcDateTime);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        return await reader.ReadAsync(cancellationToken)
            ? new WorkerState(
                new WorkerLease(connection, owner, reader.GetInt64(0), until),
                reader.GetBoolean(1),
                await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetFieldValue<DateTimeOffset>(2),
                await reader.IsDBNullAsync(3, cancellationToken) ? null : reader.GetString(3))
            : null;
    }

    /// <summary>Atomic: moves the end of the lease; false once it is another's.</summary>
    public async Task<bool> RenewAsync(WorkerLease lease, CancellationToken cancellationToken)
    {
        await using var command = database.Command("update product_workers set lease_until = $3 where connection = $1 and epoch = $2");
        AddKey(command, lease);
        command.Parameters.AddWithValue(lease.Until.UtcDateTime);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>Gives the lease back, with what the round met.</summary>
    public async Task ReleaseAsync(WorkerLease lease, DateTimeOffset? nextAt, string? error, CancellationToken cancellationToken)
    {
        await using var command = database.Command("update product_workers set lease_until = null, next_at = $3, error = $4 where connection = $1 and epoch = $2");
        AddKey(command, lease);
        command.Parameters.Add(new() { Value = (object?)nextAt?.UtcDateTime ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        command.Parameters.Add(new() { Value = (object?)error ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>
    /// Atomic: every style that changed since the last time becomes dirty, and the checkpoint moves. All of them do after settings changed, or when
    /// the checkpoint lies in the future of this database, as after a restore.
    /// </summary>
    /// <returns>True when more is stored that cannot be followed yet, as older transactions are still open.</returns>
    public async Task<bool> FollowAsync(WorkerLease lease, int settingsVersion, CancellationToken cancellationToken)
    {
        await using var command = database.Command(
            """
            with w as materialized (
                select connection, case when settings_version <> $3 or seen_xid > pg_snapshot_xmax(pg_current_snapshot()) then '0'::xid8 else seen_xid end as since
                from product_workers where connection = $1 and epoch = $2 for update),
            n as (
                select style, max(style_number) as style_number, max(changed_at) as changed_at from products
                where connection = any(array['', $1]) and changed_xid >= (select since from w) and changed_xid < pg_snapshot_xmin(pg_current_snapshot())
                group by style),
            j as (
                insert into joor_products as j (connection, style, style_number, state, generation, changed_at)
                select $1, style, style_number, 'Dirty', 1, changed_at from n order by style
                on conflict (connection, style) do update set
                    state = 'Dirty', generation = j.generation + 1, style_number = excluded.style_number, attempts = 0, next_attempt_at = null,
                    changed_at = case when j.state = 'Dirty' then j.changed_at else excluded.changed_at end
                returning 1),
            u as (
                update product_workers t set seen_xid = pg_snapshot_xmin(pg_current_snapshot()), settings_version = $3 from w where t.connection = w.connection returning 1)
            select (select count(*) from u)::integer, (select count(*) from j)::integer,
                exists (select 1 from products where connection = any(array['', $1]) and changed_xid >= pg_snapshot_xmin(pg_current_snapshot()))
            """);
        AddKey(command, lease);
        command.Parameters.AddWithValue(settingsVersion);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        return reader.GetInt32(0) == 1 ? reader.GetBoolean(2) : throw new LeaseLostException(lease.Connection);
    }

    private static void AddKey(NpgsqlCommand command, WorkerLease lease)
    {
        command.Parameters.AddWithValue(lease.Connection);
        command.Parameters.AddWithValue(lease.Epoch);
    }
}

/// <summary>The lease and what is stored beside it.</summary>
/// <param name="Lease">Taken.</param>
/// <param name="IsReconcileWanted">A person asked for it.</param>
/// <param name="ReconciledAt">When it ended last; null when it never ran.</param>
/// <param name="ReconcileAfter">The last style that a reconciliation under way has compared; null when none is under way.</param>
internal sealed record WorkerState(WorkerLease Lease, bool IsReconcileWanted, DateTimeOffset? ReconciledAt, string? ReconcileAfter);
