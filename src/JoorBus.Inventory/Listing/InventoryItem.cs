namespace JoorBus.Inventory.Listing;

/// <summary>Everything known about what a SKU, UPC or style means in one connection.</summary>
/// <param name="Connection">Name of the connection.</param>
/// <param name="Items">The WMS's items.</param>
/// <param name="Slots">What JOOR shall hold and holds of them.</param>
/// <param name="IsMore">True when there are more than are shown.</param>
public sealed record InventoryItem(string Connection, IReadOnlyList<WmsItem> Items, IReadOnlyList<InventoryRow> Slots, bool IsMore);

/// <summary>An item of the WMS.</summary>
/// <param name="Item">The WMS's key: the SKU, or upc:…, or style:….</param>
/// <param name="JoorItem">What it is in JOOR; null for nothing.</param>
/// <param name="Reason">Why it is nothing there.</param>
/// <param name="IsSkipped">Kept out of JOOR by its own setting.</param>
/// <param name="IsPlanned">False while no worker has looked at it: it just came, or stock is switched off.</param>
/// <param name="Levels">Its numbers, warehouse by warehouse.</param>
public sealed record WmsItem(string Item, string? JoorItem, string? Reason, bool IsSkipped, bool IsPlanned, IReadOnlyList<StockLevel> Levels);
