namespace JoorBus.Benchmarks.Stock;

/// <summary>Statements of the twins, over the table that JoorBus itself has.</summary>
public static class StockSchema
{
    public const string Columns =
        "connection, item, warehouse, version, as_of, on_hand, allocated, available, inbound, made_to_order, identity, snapshot, changed_xid, changed_at";

    /// <summary>The newest sequence wins; equal values are no change. $1 items, $2 versions, $3 on hand, $4 allocated, $5 available, $6 identities.</summary>
    public const string Upsert =
        $"""
        insert into joorbus.inventory_levels as l ({Columns})
        select '', item, '{StockLoad.Warehouse}', version, now(), on_hand, allocated, available, null, false, identity, null, pg_current_xact_id(), now()
        from unnest($1::text[], $2::bigint[], $3::int[], $4::int[], $5::int[], $6::text[]) as n(item, version, on_hand, allocated, available, identity)
        {OnConflict}
        """;

    /// <summary>COPY goes here first.</summary>
    public const string Staging =
        "create temp table staging (item text collate \"C\", version bigint, on_hand int, allocated int, available int, identity text)";

    public const string Copy = "copy staging (item, version, on_hand, allocated, available, identity) from stdin (format binary)";

    public const string Merge =
        $"""
        insert into joorbus.inventory_levels as l ({Columns})
        select distinct on (item) '', item, '{StockLoad.Warehouse}', version, now(), on_hand, allocated, available, null, false, identity, null, pg_current_xact_id(), now()
        from staging order by item, version desc
        {OnConflict}
        """;

    public const string VersionSum = "select coalesce(sum(version), 0)::bigint from joorbus.inventory_levels";

    /// <summary>$1 item, $2 version.</summary>
    public const string HasVersion =
        $"select exists (select from joorbus.inventory_levels where connection = '' and item = $1 and warehouse = '{StockLoad.Warehouse}' and version = $2)";

    private const string OnConflict =
        """
        on conflict (connection, item, warehouse) do update set
            version = excluded.version, as_of = excluded.as_of, on_hand = excluded.on_hand, allocated = excluded.allocated,
            available = excluded.available, identity = excluded.identity,
            changed_xid = case when (l.on_hand, l.allocated, l.available, l.identity) is distinct from (excluded.on_hand, excluded.allocated, excluded.available, excluded.identity)
                then excluded.changed_xid else l.changed_xid end,
            changed_at = case when (l.on_hand, l.allocated, l.available, l.identity) is distinct from (excluded.on_hand, excluded.allocated, excluded.available, excluded.identity)
                then excluded.changed_at else l.changed_at end
        where excluded.version > l.version
        """;
}
