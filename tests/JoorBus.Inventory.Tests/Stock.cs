using JoorBus.Contracts;
using JoorBus.Contracts.Inventory;

namespace JoorBus.Inventory.Tests;

/// <summary>Levels for tests.</summary>
internal static class Stock
{
    public static InventoryLevel Level(string sku, int onHand, long sequence, string warehouse = "NJ") =>
        new() { Warehouse = warehouse, Item = new StockItem { Sku = sku }, OnHand = onHand, Sequence = sequence };

    public static InventoryLevel At(string sku, int onHand, DateTimeOffset asOf, string warehouse = "NJ") =>
        new() { Warehouse = warehouse, Item = new StockItem { Sku = sku }, OnHand = onHand, AsOf = asOf };

    public static InventoryChanged Told(string snapshot, params InventoryLevel[] levels) => new() { SnapshotId = snapshot, Levels = levels };

    public static StockItem Dress { get; } = new()
    {
        Sku = "D-1", Upc = "0840012345678", StyleNumber = "D100", StyleIdentifier = "D100-FW26",
        Color = new Coded { Code = "001", Name = "Black" }, Size = new Coded { Code = "M", Name = "Medium" },
    };
}
