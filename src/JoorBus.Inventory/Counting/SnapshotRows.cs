using System.Text.Json;
using JoorBus.Persistence.Committing;
using NpgsqlTypes;

namespace JoorBus.Inventory.Counting;

/// <summary>The beginning of a count. The first one told counts, before or after its end.</summary>
internal sealed record SnapshotStart(string Id, string Connection, IReadOnlyList<string>? Warehouses, long? Sequence, DateTimeOffset StartedAt, DateTimeOffset Now)
{
    public static readonly RowStatement<SnapshotStart> Upsert = new(
        "inventory snapshot start",
        RowExpectation.Any,
        """
        insert into inventory_snapshots as s (snapshot, connection, warehouses, version, started_at, state, progressed_at)
        select id, connection, (select array_agg(name) from jsonb_array_elements_text(warehouses) as name), version, started_at, 'Started', now
        from unnest($1, $2, $3, $4, $5, $6) as r(id, connection, warehouses, version, started_at, now)
        on conflict (snapshot) do update set connection = excluded.connection, warehouses = excluded.warehouses,
            version = excluded.version, started_at = excluded.started_at, progressed_at = excluded.progressed_at
        where s.started_at is null and s.state = 'Completed'
        """,
        RowColumn.Text<SnapshotStart>(row => row.Id),
        RowColumn.Text<SnapshotStart>(row => row.Connection),
        new RowColumn<SnapshotStart, string?>(NpgsqlDbType.Jsonb, row => row.Warehouses is null ? null : JsonSerializer.Serialize(row.Warehouses)),
        new RowColumn<SnapshotStart, long?>(NpgsqlDbType.Bigint, row => row.Sequence),
        RowColumn.Time<SnapshotStart>(row => row.StartedAt),
        RowColumn.Time<SnapshotStart>(row => row.Now));
}

/// <summary>The end of a count. The first one told counts.</summary>
internal sealed record SnapshotEnd(string Id, int LevelCount, DateTimeOffset CompletedAt, DateTimeOffset Now)
{
    public static readonly RowStatement<SnapshotEnd> Upsert = new(
        "inventory snapshot end",
        RowExpectation.Any,
        """
        insert into inventory_snapshots as s (snapshot, connection, level_count, completed_at, state, progressed_at)
        select id, '', level_count, completed_at, 'Completed', now from unnest($1, $2, $3, $4) as r(id, level_count, completed_at, now)
        on conflict (snapshot) do update set level_count = excluded.level_count, completed_at = excluded.completed_at,
            state = excluded.state, progressed_at = excluded.progressed_at
        where s.completed_at is null and s.state = 'Started'
        """,
        RowColumn.Text<SnapshotEnd>(row => row.Id),
        RowColumn.Number<SnapshotEnd>(row => row.LevelCount),
        RowColumn.Time<SnapshotEnd>(row => row.CompletedAt),
        RowColumn.Time<SnapshotEnd>(row => row.Now));
}
