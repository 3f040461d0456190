using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Inventory.Planning;

/// <summary>What planning reads. Every statement finds rows by key, so an item costs the same however many are known.</summary>
internal sealed class PlanningStore(Database database)
{
    private const string SlotColumns =
        """
        joor_item, warehouse, day, sku, upc, style_number, style_identifier, color_code, size, wanted, wanted_mto, is_planned, is_skipped, was_sent, is_refused,
        is_dirty, pushed, pushed_mto
        """;

    /// <summary>The oldest transaction that may still be under way, and the next one: all before the first are seen whole.</summary>
    public async Task<(ulong Horizon, ulong Next)> HorizonAsync(CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            "select pg_snapshot_xmin(s), pg_snapshot_xmax(s) from pg_current_snapshot() as s",
            reader => (reader.GetFieldValue<ulong>(0), reader.GetFieldValue<ulong>(1)),
            cancellationToken))[0];

    /// <summary>Levels of a scope that changed after the place and before the horizon, in the order of the feed.</summary>
    public Task<List<FeedPlace>> FeedAsync(string scope, FeedPlace after, ulong horizon, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            """
            select changed_xid, item, warehouse from inventory_levels
            where connection = $1 and (changed_xid, item, warehouse) > ($2, $3, $4) and changed_xid < $5
            order by connection, changed_xid, item, warehouse limit $6
            """,
            reader => new FeedPlace(reader.GetFieldValue<ulong>(0), reader.GetString(1), reader.GetString(2)),
            cancellationToken, scope, after.Xid, after.Item, after.Warehouse, horizon, limit);

    /// <summary>The next items of a scope by key.</summary>
    public async Task<SortedSet<string>> ItemsAfterAsync(string connection, string after, int limit, CancellationToken cancellationToken)
    {
        // Levels of one item lie side by side, so few more rows than items are read.
        const string Sql = "select distinct item from (select item from inventory_levels where connection = $1 and item > $2 order by connection, item, warehouse limit $3) as l";
        var items = new SortedSet<string>(StringComparer.Ordinal);
        var edge = (string?)null;
        foreach (var scope in new[] { "", connection })
        {
            var found = await database.ReadAsync(Sql, reader => reader.GetString(0), cancellationToken, scope, after, limit);
            found.Sort(StringComparer.Ordinal);
            items.UnionWith(found);
            // A full page knows nothing of what comes after its last item.
            if (found.Count > 0 && await IsFullAsync(scope, after, limit, cancellationToken) && (edge is null || string.CompareOrdinal(found[^1], edge) < 0))
                edge = found[^1];
        }

        return edge is null ? items : items.GetViewBetween("", edge);
    }

    public Task<List<(string JoorItem, string Requested)>> ReplansAsync(string connection, int limit, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "select joor_item, requested::text from inventory_replans where connection = $1 order by connection, joor_item limit $2",
            reader => (reader.GetString(0), reader.GetString(1)),
            cancellationToken, connection, limit);

    public Task<List<PlanningLevel>> LevelsAsync(string connection, IReadOnlyCollection<string> items, CancellationToken cancellationToken) =>
        database.ReadAsync(
            """
            select item, connection, warehouse, version, as_of, on_hand, allocated, available, inbound, made_to_order, identity
            from inventory_levels where connection = any($1) and item = any($2)
            """,
            reader => new PlanningLevel(reader.GetString(0), reader.GetString(1).Length > 0, reader.GetString(2), reader.GetInt64(3), reader.GetFieldValue<DateTimeOffset>(4))
            {
                OnHand = reader.NumberOrNull(5),
                Allocated = reader.NumberOrNull(6),
                Available = reader.NumberOrNull(7),
                Inbound = reader.TextOrNull(8),
                MadeToOrder = reader.GetBoolean(9),
                Identity = reader.GetString(10),
            },
            cancellationToken, new[] { "", connection }, items.ToArray());

    public Task<List<KnownItem>> ItemsAsync(string connection, IReadOnlyCollection<string> items, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "select item, joor_item, reason, is_skipped from inventory_items where connection = $1 and item = any($2)", ReadItem, cancellationToken, connection, items.ToArray());

    /// <summary>Every item that has one of these JOOR items.</summary>
    public Task<List<KnownItem>> ItemsOfAsync(string connection, IReadOnlyCollection<string> joorItems, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "select item, joor_item, reason, is_skipped from inventory_items where connection = $1 and joor_item = any($2)", ReadItem, cancellationToken, connection, joorItems.ToArray());

    public Task<List<Slot>> SlotsAsync(string connection, IReadOnlyCollection<string> joorItems, CancellationToken cancellationToken) =>
        database.ReadAsync(
            $"select {SlotColumns} from joor_stock where connection = $1 and joor_item = any($2)", ReadSlot, cancellationToken, connection, joorItems.ToArray());

    public Task<List<OpenOrder>> OrdersAsync(string connection, IReadOnlyCollection<string> joorItems, CancellationToken cancellationToken) =>
        database.ReadAsync(
            "select joor_item, warehouse, quantity, ordered_at from inventory_orders where connection = $1 and joor_item = any($2)",
            reader => new OpenOrder(reader.GetString(0), reader.GetString(1), reader.GetInt32(2), reader.GetFieldValue<DateTimeOffset>(3)),
            cancellationToken, connection, joorItems.ToArray());

    private async Task<bool> IsFullAsync(string scope, string after, int limit, CancellationToken cancellationToken) =>
        (await database.ReadAsync(
            "select 1 from inventory_levels where connection = $1 and item > $2 order by connection, item, warehouse offset $3 limit 1", _ => 1, cancellationToken, scope, after, limit)).Count > 0;

    private static KnownItem ReadItem(NpgsqlDataReader reader) => new(reader.GetString(0), reader.TextOrNull(1), reader.TextOrNull(2), reader.GetBoolean(3));

    internal static Slot ReadSlot(NpgsqlDataReader reader)
    {
        var joorItem = reader.GetString(0);
        return new Slot
        {
            Key = new SlotKey(joorItem, reader.GetString(1), reader.GetFieldValue<DateOnly>(2)),
            Names = new SlotNames(joorItem)
            {
                Sku = reader.TextOrNull(3),
                Upc = reader.TextOrNull(4),
                StyleNumber = reader.TextOrNull(5),
                StyleIdentifier = reader.TextOrNull(6),
                ColorCode = reader.TextOrNull(7),
                Size = reader.TextOrNull(8),
            },
            Wanted = new WantedStock(reader.GetInt32(9), reader.GetBoolean(10)),
            IsPlanned = reader.GetBoolean(11),
            IsSkipped = reader.GetBoolean(12),
            WasSent = reader.GetBoolean(13),
            IsRefused = reader.GetBoolean(14),
            IsDirty = reader.GetBoolean(15),
            Pushed = reader.IsDBNull(16) ? null : new WantedStock(reader.GetInt32(16), !reader.IsDBNull(17) && reader.GetBoolean(17)),
        };
    }
}

/// <summary>A place in the feed of changed levels.</summary>
internal sealed record FeedPlace(ulong Xid, string Item, string Warehouse)
{
    /// <summary>Before everything that a transaction and those after it changed.</summary>
    public static FeedPlace Before(ulong xid) => new(xid, "", "");
}
