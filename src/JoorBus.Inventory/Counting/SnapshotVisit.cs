using JoorBus.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Inventory.Counting;

/// <summary>One count, locked by one transaction: whoever holds it decides, and nobody else meanwhile.</summary>
internal sealed class SnapshotVisit : IAsyncDisposable
{
    // A level is older than the count by its time, or by its sequence where both have one.
    private const string Older =
        """
        (case when l.version <> (extract(epoch from l.as_of) * 1000000)::bigint and $4::bigint is not null then l.version <= $4 else l.as_of < $3 end)
        """;

    private const string Stocked =
        """
        l.connection = $1 and ($2::text[] is null or l.warehouse = any($2))
            and (l.on_hand > 0 or l.available > 0 or l.inbound is not null or l.made_to_order)
        """;

    // What a later count told stays, also while that one's beginning is not known yet.
    private const string NotTold =
        """
        (l.snapshot is null or (l.snapshot <> $5 and l.snapshot in (select o.snapshot from inventory_snapshots o where o.started_at <= $3)))
        """;

    private const string Remove =
        $"""
        with gone as (select l.item, l.warehouse from inventory_levels l where {Stocked} and {Older} and {NotTold} order by l.item, l.warehouse for update)
        update inventory_levels l set
            version = case when l.version = (extract(epoch from l.as_of) * 1000000)::bigint then (extract(epoch from $3::timestamptz) * 1000000)::bigint else greatest(l.version, $4) end,
            as_of = $3, on_hand = 0, allocated = null, available = case when l.available is null then null else 0 end, inbound = null, made_to_order = false,
            changed_xid = pg_current_xact_id(), changed_at = $6
        from gone where l.connection = $1 and l.item = gone.item and l.warehouse = gone.warehouse
        """;

    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly string _schema;

    private SnapshotVisit(NpgsqlConnection connection, NpgsqlTransaction transaction, string schema, Snapshot snapshot) =>
        (_connection, _transaction, _schema, Snapshot) = (connection, transaction, schema, snapshot);

    public Snapshot Snapshot { get; private set; }

    /// <summary>Null where there is no such count, or, with <paramref name="skipsLocked"/>, where another host is at it.</summary>
    public static async Task<SnapshotVisit?> EnterAsync(Database database, string id, bool skipsLocked, CancellationToken cancellationToken)
    {
        var connection = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var transaction = await connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            var command = new NpgsqlCommand($"select {SnapshotTable.Columns} from inventory_snapshots where snapshot = $1 for update{(skipsLocked ? " skip locked" : "")}", connection);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue(id);
                var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
                await using (reader.ConfigureAwait(false))
                {
                    if (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                    {
                        return new SnapshotVisit(connection, transaction, database.Schema, SnapshotTable.Read(reader));
                    }
                }
            }
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }

        await connection.DisposeAsync().ConfigureAwait(false);
        return null;
    }

    /// <summary>Different levels that came.</summary>
    public async Task<int> CountAsync(CancellationToken cancellationToken)
    {
        var (told, _) = await NumbersAsync("select count(*), 0::bigint from inventory_levels where snapshot = $1", [Text(Snapshot.Id)], cancellationToken).ConfigureAwait(false);
        return told;
    }

    /// <summary>Levels with stock, and those of them that would vanish.</summary>
    public Task<(int Stocked, int Vanishing)> LossAsync(CancellationToken cancellationToken) =>
        NumbersAsync($"select count(*), count(*) filter (where {Older} and {NotTold}) from inventory_levels l where {Stocked}", Scope(), cancellationToken);

    /// <summary>What the count did not tell becomes 0; workers are woken when it is committed.</summary>
    public async Task<int> RemoveAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Levels that are being stored now are waited for, and later ones see that the count has been applied: none slips in between.
        await ExecuteAsync("lock table inventory_levels in share row exclusive mode", [], cancellationToken).ConfigureAwait(false);
        var removed = await ExecuteAsync(Remove, [.. Scope(), Time(now)], cancellationToken).ConfigureAwait(false);
        await ExecuteAsync($"select pg_notify('{InventoryWakeUp.Channel}', $1)", [Text(_schema)], cancellationToken).ConfigureAwait(false);
        return removed;
    }

    public async Task SaveAsync(Snapshot changed, CancellationToken cancellationToken)
    {
        await ExecuteAsync(
            "update inventory_snapshots set state = $2, reason = $3, counted = $4, removed = $5, progressed_at = $6, decided_at = $7, decided_by = $8 where snapshot = $1",
            [
                Text(changed.Id), Text(changed.State.ToString()), SnapshotTable.OrNull(NpgsqlDbType.Text, changed.Reason), SnapshotTable.OrNull(NpgsqlDbType.Integer, changed.Counted),
                SnapshotTable.OrNull(NpgsqlDbType.Integer, changed.Removed), Time(changed.ProgressedAt),
                SnapshotTable.OrNull(NpgsqlDbType.TimestampTz, changed.DecidedAt?.UtcDateTime), SnapshotTable.OrNull(NpgsqlDbType.Text, changed.DecidedBy),
            ],
            cancellationToken).ConfigureAwait(false);
        Snapshot = changed;
    }

    public Task CommitAsync(CancellationToken cancellationToken) => _transaction.CommitAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static NpgsqlParameter Text(string value) => SnapshotTable.OrNull(NpgsqlDbType.Text, value);

    private static NpgsqlParameter Time(DateTimeOffset value) => SnapshotTable.OrNull(NpgsqlDbType.TimestampTz, value.UtcDateTime);

    private NpgsqlParameter[] Scope() =>
    [
        Text(Snapshot.Connection), SnapshotTable.OrNull(NpgsqlDbType.Array | NpgsqlDbType.Text, Snapshot.Warehouses?.ToArray()),
        Time(Snapshot.StartedAt!.Value), SnapshotTable.OrNull(NpgsqlDbType.Bigint, Snapshot.Sequence), Text(Snapshot.Id),
    ];

    private async Task<int> ExecuteAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, _connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddRange(parameters);
            return await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<(int First, int Second)> NumbersAsync(string sql, NpgsqlParameter[] parameters, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, _connection);
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddRange(parameters);
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                return ((int)reader.GetInt64(0), (int)reader.GetInt64(1));
            }
        }
    }
}
