using JoorBus.Inventory.Setting;
using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Inventory.Listing;

/// <summary>Items that do not get to JOOR: nothing there for a reason, or skipped.</summary>
internal sealed class ItemRows(Database database, WarehouseNumbers numbers)
{
    // Those with a reason have an index of their own.
    private const string Select =
        """
        select item, joor_item, reason, is_skipped from inventory_items
        where connection = $1 and item > $2 and ($3::text[] is null or item = any($3)) and {0}
        order by item limit $4
        """;

    public async Task<IReadOnlyList<InventoryRow>> ReadAsync(ListFilter filter, InventorySettings settings, string name, ListCursor? after, int limit, CancellationToken cancellationToken)
    {
        var state = filter.State switch
        {
            InventoryStates.Unmatched => "reason is not null and not is_skipped",
            InventoryStates.Skipped => "is_skipped",
            _ => "(reason is not null or is_skipped)",
        };
        var rows = await database.Command(Select.Replace("{0}", state, StringComparison.Ordinal))
            .With(filter.Connection, after?.Item ?? "").WithTexts(filter.Found?.Items).With(limit)
            .ReadAllAsync(reader => Read(reader, name), cancellationToken);
        var levels = await numbers.OfAsync(filter.Connection, rows.Select(row => row.Items[0]).ToHashSet(StringComparer.Ordinal), cancellationToken);
        return [.. rows.Select(row => row with { Wms = [.. levels[row.Items[0]].Select(level => new WmsQuantity(level.Warehouse, WarehouseNumbers.Quantity(level, settings.Basis, null)))] })];
    }

    private static InventoryRow Read(NpgsqlDataReader reader, string name) => new()
    {
        Connection = name,
        State = reader.GetBoolean(3) ? InventoryStates.Skipped : InventoryStates.Unmatched,
        Items = [reader.GetString(0)],
        JoorItem = reader.Text(1),
        Reason = reader.Text(2) ?? "The warehouse system keeps the item out of JOOR (skip).",
    };
}
