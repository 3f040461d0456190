using System.Globalization;
using JoorBus.Inventory.Setting;
using JoorBus.Persistence;

namespace JoorBus.Inventory.Listing;

/// <summary>The warehouse's own numbers behind listed rows.</summary>
internal sealed class WarehouseNumbers(Database database)
{
    // Of the level for every connection and the one for this connection the newer counts.
    private const string Levels =
        """
        select distinct on (l.item, l.warehouse) l.item, l.warehouse, l.connection, l.version, l.as_of, l.on_hand, l.allocated, l.available, l.inbound, l.made_to_order, l.identity, l.snapshot, l.changed_at
        from unnest($2) as wanted(item) cross join (values (''), ($1)) as scope(key)
        join inventory_levels l on l.connection = scope.key and l.item = wanted.item
        order by l.item, l.warehouse, l.version desc
        """;

    /// <summary>Item by item, ordered by warehouse.</summary>
    public async Task<ILookup<string, StockLevel>> OfAsync(string connection, IReadOnlyCollection<string> items, CancellationToken cancellationToken) =>
        (await database.Command(Levels).With(connection, items.ToArray()).ReadAllAsync(
            reader => new StockLevel
            {
                Item = reader.GetString(0),
                Warehouse = reader.GetString(1),
                IsForEveryConnection = reader.GetString(2).Length == 0,
                Version = reader.GetInt64(3),
                AsOf = reader.GetFieldValue<DateTimeOffset>(4),
                OnHand = reader.Number(5),
                Allocated = reader.Number(6),
                AvailableToSell = reader.Number(7),
                Inbound = reader.Text(8),
                IsMadeToOrder = reader.GetBoolean(9),
                Identity = reader.GetString(10),
                SnapshotId = reader.Text(11),
                ChangedAt = reader.GetFieldValue<DateTimeOffset>(12),
            },
            cancellationToken)).ToLookup(level => level.Item, StringComparer.Ordinal);

    /// <summary>Items of the WMS, by what they are in JOOR.</summary>
    public async Task<ILookup<string, string>> ItemsOfAsync(string connection, IReadOnlyCollection<string> joorItems, CancellationToken cancellationToken) =>
        (await database.Lookup("select joor_item, item from inventory_items where connection = $1 and joor_item = any($2) order by item")
            .With(connection, joorItems.ToArray())
            .ReadAllAsync(reader => (JoorItem: reader.GetString(0), Item: reader.GetString(1)), cancellationToken))
        .ToLookup(pair => pair.JoorItem, pair => pair.Item, StringComparer.Ordinal);

    /// <summary>Units of a level that feed immediate stock, or the stock of a day.</summary>
    public static int? Quantity(StockLevel level, StockBasis basis, DateOnly? day) =>
        day is { } date ? Inbound(level.Inbound, date)
        : basis == StockBasis.OnHand ? level.OnHand
        : level.AvailableToSell ?? (level.OnHand is { } onHand ? onHand - (level.Allocated ?? 0) : null);

    private static int? Inbound(string? inbound, DateOnly day)
    {
        var start = $"{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}=";
        var part = inbound?.Split(';').FirstOrDefault(part => part.StartsWith(start, StringComparison.Ordinal));
        return part is null ? null : int.Parse(part.AsSpan(start.Length), CultureInfo.InvariantCulture);
    }
}
