using JoorBus.Contracts.Inventory;

namespace JoorBus.Simulators.Wms;

/// <summary>A level as the warehouse has it now, and since when.</summary>
public sealed record WmsStockEntry(InventoryLevel Level, DateTimeOffset ChangedAt);
