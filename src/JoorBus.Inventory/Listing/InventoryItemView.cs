using JoorBus.Inventory.Setting;
using JoorBus.Persistence;

namespace JoorBus.Inventory.Listing;

/// <summary>Shows one item from the warehouse's number to JOOR's answer.</summary>
public sealed class InventoryItemView(Database database, InventorySettingsStore settings, StockedConnections connections)
{
    private const int MostItems = 50;
    private const int MostSlots = 500;
    private const string Planned = "select item, joor_item, reason, is_skipped from inventory_items where connection = $1 and item = any($2)";

    private readonly ItemSearch _search = new(database);
    private readonly WarehouseNumbers _numbers = new(database);
    private readonly SlotRows _slots = new(database, new WarehouseNumbers(database));

    /// <summary>Null where nothing is known by that SKU, UPC, style number or style identifier.</summary>
    public async Task<InventoryItem?> OfAsync(string connection, string id, CancellationToken cancellationToken)
    {
        var how = await settings.LoadAsync(connections.KeyOf(connection), cancellationToken);
        var found = await _search.FindAsync(how.Connection, id, cancellationToken);
        var items = found.Items.Take(MostItems).ToArray();
        if (items.Length == 0)
            return null;
        var planned = (await database.Lookup(Planned).With(how.Connection, items)
                .ReadAllAsync(reader => (Item: reader.GetString(0), JoorItem: reader.Text(1), Reason: reader.Text(2), IsSkipped: reader.GetBoolean(3)), cancellationToken))
            .ToDictionary(row => row.Item, StringComparer.Ordinal);
        var levels = await _numbers.OfAsync(how.Connection, items, cancellationToken);
        var feeds = how.Warehouses.ToLookup(mapping => mapping.Wms, mapping => mapping.Joor, StringComparer.Ordinal);
        var shown = items.Select(item => new WmsItem(
            item,
            planned.GetValueOrDefault(item).JoorItem,
            planned.GetValueOrDefault(item).Reason,
            planned.GetValueOrDefault(item).IsSkipped,
            planned.ContainsKey(item),
            [.. levels[item].Select(level => level with { JoorWarehouse = feeds[level.Warehouse].FirstOrDefault() })]));
        var name = connections.NameOf(how.Connection);
        var joorItems = items.Select(item => planned.GetValueOrDefault(item).JoorItem).OfType<string>().Distinct().ToArray();
        var slots = joorItems.Length == 0 ? [] : await _slots.ReadAsync(new ListFilter(how.Connection, null, null, new FoundItems(items, joorItems)), how, name, null, MostSlots + 1, cancellationToken);
        return new InventoryItem(name, [.. shown], [.. slots.Take(MostSlots)], found.Items.Count > items.Length || slots.Count > MostSlots);
    }
}
