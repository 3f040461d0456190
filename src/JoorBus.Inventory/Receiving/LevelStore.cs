using JoorBus.Persistence;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Inventory.Receiving;

/// <summary>Stores levels: the newest version of each counts.</summary>
internal sealed class LevelStore(Database database, TimeProvider clock)
{
    private const int SecondsForMany = 300;
    // Sent one after the other, so that the server works while the next is written. More would spill unnest's columns to disk, and make large arrays here.
    private const int LevelsOfStatement = 4000;
    private const string Values = "on_hand, allocated, available, inbound, made_to_order, identity";

    // Equal numbers of a later time hold orders that earlier ones did not: those are no longer subtracted. Asked only where orders are counted at all.
    private const string CountsOrders =
        """
        (excluded.as_of > l.as_of and exists (select 1 from inventory_orders) and exists (
            select 1 from inventory_items i join inventory_orders o on o.connection = i.connection and o.joor_item = i.joor_item
            where i.connection = any(array(select w.connection from inventory_workers w)) and i.item = excluded.item))
        """;

    // What is older than a count that has been applied was overtaken by it: if the count did not name the item, its stock is 0, whether or not there is a row that
    // says so. Of several counts of the same warehouses the newest says all.
    private const string Overtaken =
        """
        exists (
            select 1 from counted c
            where c.connection = g.connection and g.snapshot is null and (c.warehouses is null or g.warehouse = any(c.warehouses))
                and (case when g.version <> (extract(epoch from g.as_of) * 1000000)::bigint and c.version is not null then g.version <= c.version else g.as_of < c.started_at end))
        """;

    // A level that is older than the stored one may still be the one by which a count told the item.
    private const string Sql =
        $"""
        with counted as materialized (
            select distinct on (connection, warehouses) connection, warehouses, version, started_at from inventory_snapshots where state = 'Applied'
            order by connection, warehouses, started_at desc),
        written as (
            insert into inventory_levels as l (connection, item, warehouse, version, as_of, {Values}, snapshot, snapshot_version, changed_xid, changed_at)
            select connection, item, warehouse, version, as_of, {Values}, snapshot, snapshot_version, pg_current_xact_id(), $14
            from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
                as g(connection, item, warehouse, version, as_of, {Values}, snapshot, snapshot_version)
            where not {Overtaken}
            on conflict (connection, item, warehouse) do update set
                version = greatest(l.version, excluded.version),
                as_of = case when excluded.version > l.version then excluded.as_of else l.as_of end,
                on_hand = case when excluded.version > l.version then excluded.on_hand else l.on_hand end,
                allocated = case when excluded.version > l.version then excluded.allocated else l.allocated end,
                available = case when excluded.version > l.version then excluded.available else l.available end,
                inbound = case when excluded.version > l.version then excluded.inbound else l.inbound end,
                made_to_order = case when excluded.version > l.version then excluded.made_to_order else l.made_to_order end,
                identity = case when excluded.version > l.version then excluded.identity else l.identity end,
                snapshot = case when excluded.snapshot_version >= coalesce(l.snapshot_version, excluded.snapshot_version) then excluded.snapshot else l.snapshot end,
                snapshot_version = greatest(l.snapshot_version, excluded.snapshot_version),
                changed_xid = case when excluded.version <= l.version then l.changed_xid
                    when (l.on_hand, l.allocated, l.available, l.inbound, l.made_to_order, l.identity)
                        is distinct from (excluded.on_hand, excluded.allocated, excluded.available, excluded.inbound, excluded.made_to_order, excluded.identity)
                        or {CountsOrders} then excluded.changed_xid else l.changed_xid end,
                changed_at = case when excluded.version > l.version and (l.on_hand, l.allocated, l.available, l.inbound, l.made_to_order, l.identity)
                    is distinct from (excluded.on_hand, excluded.allocated, excluded.available, excluded.inbound, excluded.made_to_order, excluded.identity)
                    then excluded.changed_at else l.changed_at end
            where excluded.version > l.version
                or (excluded.snapshot is distinct from l.snapshot and excluded.snapshot_version >= coalesce(l.snapshot_version, excluded.snapshot_version))
            returning changed_xid = pg_current_xact_id() as is_changed)
        select count(*), count(*) filter (where is_changed), (case when bool_or(is_changed) or $15 then pg_notify('{InventoryWakeUp.Channel}', $16) end)::text
        from written
        """;

    /// <summary>One transaction that wakes workers where something changed; after a failure all may be stored again.</summary>
    /// <param name="levels">Sorted and merged by <see cref="LevelMerging"/>.</param>
    public async Task<LevelsStored> StoreAsync(IReadOnlyList<LevelRow> levels)
    {
        var connection = await database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var batch = new NpgsqlBatch(connection) { Timeout = SecondsForMany };
            await using (batch.ConfigureAwait(false))
            {
                var now = clock.GetUtcNow().UtcDateTime;
                for (var first = 0; first < levels.Count; first += LevelsOfStatement)
                {
                    batch.BatchCommands.Add(Statement(new LevelColumns(levels, first, Math.Min(LevelsOfStatement, levels.Count - first)), now));
                }

                return await ExecuteAsync(batch).ConfigureAwait(false);
            }
        }
    }

    private static async Task<LevelsStored> ExecuteAsync(NpgsqlBatch batch)
    {
        var stored = new LevelsStored(0, 0);
        var reader = await batch.ExecuteReaderAsync().ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            do
            {
                await reader.ReadAsync().ConfigureAwait(false);
                stored = new LevelsStored(stored.Written + (int)reader.GetInt64(0), stored.Changed + (int)reader.GetInt64(1));
            }
            while (await reader.NextResultAsync().ConfigureAwait(false));
        }

        return stored;
    }

    private NpgsqlBatchCommand Statement(LevelColumns levels, DateTime now)
    {
        var statement = new NpgsqlBatchCommand(Sql);
        levels.AddTo(statement.Parameters);
        statement.Parameters.Add(new NpgsqlParameter<DateTime> { TypedValue = now, NpgsqlDbType = NpgsqlDbType.TimestampTz });
        statement.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = levels.HasCounted });
        statement.Parameters.Add(new NpgsqlParameter<string> { TypedValue = database.Schema });
        return statement;
    }
}

/// <summary>What was done: levels written at all, and those whose numbers or identity changed.</summary>
internal sealed record LevelsStored(int Written, int Changed);
