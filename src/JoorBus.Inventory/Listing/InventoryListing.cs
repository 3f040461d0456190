using JoorBus.Inventory.Setting;
using JoorBus.Persistence;

namespace JoorBus.Inventory.Listing;

/// <summary>Finds stock with where it stands, page by page; no page costs more than its rows.</summary>
public sealed class InventoryListing(Database database, InventorySettingsStore settings, StockedConnections connections)
{
    private readonly ItemSearch _search = new(database);
    private readonly SlotRows _slots = new(database, new WarehouseNumbers(database));
    private readonly ItemRows _items = new(database, new WarehouseNumbers(database));
    private readonly UnmappedRows _unmapped = new(database);

    /// <summary>Whether a query may go on after this text.</summary>
    public static bool IsCursor(string after) => ListCursor.Parse(after) is not null;

    /// <summary>Ordered by connection, then slots before items before unmapped levels, then by their keys.</summary>
    public async Task<InventoryPage> ListAsync(InventoryQuery query, CancellationToken cancellationToken)
    {
        var after = query.After is { } text ? ListCursor.Parse(text) ?? throw new ArgumentException("This was not given as the next page by any answer.", nameof(query)) : null;
        var limit = Math.Clamp(query.Limit, 1, InventoryQuery.MostRows);
        var rows = new List<InventoryRow>();
        foreach (var one in await ChosenAsync(query.Connection, cancellationToken))
        {
            if (after is not null && string.CompareOrdinal(one.Connection, after.Connection) < 0)
                continue;
            var filter = new ListFilter(
                one.Connection, query.State?.ToLowerInvariant(), query.Warehouse, query.Search is { } search ? await _search.FindAsync(one.Connection, search, cancellationToken) : null);
            foreach (var kind in filter.Kinds)
            {
                var isHere = after?.Connection == one.Connection;
                if (isHere && kind < after!.Kind)
                    continue;
                // One more than wanted tells whether there is a next page.
                rows.AddRange(await ReadAsync(kind, filter, one, isHere && kind == after!.Kind ? after : null, limit + 1 - rows.Count, cancellationToken));
                if (rows.Count > limit)
                    return new InventoryPage(rows[..limit], After(rows[limit - 1], connections.KeyOf(rows[limit - 1].Connection)).ToString());
            }
        }

        return new InventoryPage(rows, null);
    }

    private Task<IReadOnlyList<InventoryRow>> ReadAsync(RowKind kind, ListFilter filter, InventorySettings one, ListCursor? after, int limit, CancellationToken cancellationToken)
    {
        var name = connections.NameOf(one.Connection);
        return kind switch
        {
            RowKind.Slot => _slots.ReadAsync(filter, one, name, after, limit, cancellationToken),
            RowKind.Item => _items.ReadAsync(filter, one, name, after, limit, cancellationToken),
            _ => _unmapped.ReadAsync(filter, one, name, after, limit, cancellationToken),
        };
    }

    private async Task<IReadOnlyList<InventorySettings>> ChosenAsync(string? name, CancellationToken cancellationToken) =>
        name is null ? await settings.AllAsync(cancellationToken) : [await settings.LoadAsync(connections.KeyOf(name), cancellationToken)];

    private static ListCursor After(InventoryRow row, string key) => row.State switch
    {
        InventoryStates.Unmapped => new ListCursor(RowKind.Level, key, row.Items[0], row.Warehouse!, DateOnly.MinValue),
        InventoryStates.Unmatched or InventoryStates.Skipped => new ListCursor(RowKind.Item, key, row.Items[0], "", DateOnly.MinValue),
        _ => new ListCursor(RowKind.Slot, key, row.JoorItem!, row.Warehouse!, row.Day ?? DateOnly.MinValue),
    };
}
