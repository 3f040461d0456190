using JoorBus.Inventory.Setting;
using JoorBus.Persistence;

namespace JoorBus.Inventory.Listing;

/// <summary>Levels in warehouses of the WMS that feed none of JOOR's.</summary>
internal sealed class UnmappedRows(Database database)
{
    // No index can know the map, so this reads the levels; a warehouse that nobody mapped is found soon, since it has many.
    private const string Select =
        """
        select item, warehouse, on_hand, allocated, available, changed_at from inventory_levels
        where connection in ('', $1) and (item, warehouse) > ($2, $3) and ($4::text is null or warehouse = $4) and ($5::text[] is null or item = any($5)) and warehouse <> all($6)
        order by item, warehouse limit $7
        """;

    public Task<IReadOnlyList<InventoryRow>> ReadAsync(ListFilter filter, InventorySettings settings, string name, ListCursor? after, int limit, CancellationToken cancellationToken) =>
        database.Command(Select)
            .With(filter.Connection, after?.Item ?? "", after?.Warehouse ?? "")
            .WithText(filter.Warehouse).WithTexts(filter.Found?.Items)
            .With(settings.Warehouses.Select(mapping => mapping.Wms).ToArray(), limit)
            .ReadAllAsync(
                reader =>
                {
                    var warehouse = reader.GetString(1);
                    var units = settings.Basis == StockBasis.OnHand ? reader.Number(2) : reader.Number(4) ?? reader.Number(2) - (reader.Number(3) ?? 0);
                    return new InventoryRow
                    {
                        Connection = name,
                        State = InventoryStates.Unmapped,
                        Items = [reader.GetString(0)],
                        Warehouse = warehouse,
                        Wms = [new WmsQuantity(warehouse, units)],
                        ChangedAt = reader.GetFieldValue<DateTimeOffset>(5),
                        Reason = $"Warehouse '{warehouse}' feeds no warehouse of JOOR's.",
                    };
                },
                cancellationToken);
}
