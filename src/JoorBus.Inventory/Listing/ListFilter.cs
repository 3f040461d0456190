namespace JoorBus.Inventory.Listing;

/// <summary>A query for one connection, its search resolved.</summary>
/// <param name="Connection">Key of the connection.</param>
/// <param name="State">Null for any.</param>
/// <param name="Warehouse">Null for any.</param>
/// <param name="Found">What the search found; null without a search.</param>
internal sealed record ListFilter(string Connection, string? State, string? Warehouse, FoundItems? Found)
{
    /// <summary>Rows of these kinds can be in that state. Unmapped levels are looked for only when asked for: that reads every level.</summary>
    public IEnumerable<RowKind> Kinds => State switch
    {
        null => Warehouse is null ? [RowKind.Slot, RowKind.Item] : [RowKind.Slot],
        InventoryStates.Unmatched or InventoryStates.Skipped => [RowKind.Item],
        InventoryStates.Unmapped => [RowKind.Level],
        _ => [RowKind.Slot],
    };
}

/// <summary>Items of the WMS, and items of JOOR, that a search means.</summary>
internal sealed record FoundItems(IReadOnlyList<string> Items, IReadOnlyList<string> JoorItems);
