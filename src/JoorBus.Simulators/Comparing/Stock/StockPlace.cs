using JoorBus.Contracts.Inventory;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Comparing;

/// <summary>An item in one of JOOR's warehouses for a day, or for now.</summary>
public readonly record struct StockPlace(string Item, string Warehouse, string Date)
{
    public const string Now = "IMMEDIATE";

    public override string ToString() => $"{Item} {Warehouse} {Date}";

    internal static string ItemOf(StockItem item, bool isByStyle) => isByStyle
        ? $"{item.StyleNumber}|{item.StyleIdentifier}|{item.Color?.Code}|{item.Size?.Name}"
        : item.Upc?.TrimStart('0') ?? $"no UPC: {item.Sku}";

    internal static StockPlace Of(JoorStockEntry entry, bool isByStyle) => new(
        isByStyle ? $"{entry.StyleNumber}|{entry.StyleIdentifier}|{entry.ColorCode}|{entry.Size}" : entry.Upc?.TrimStart('0') ?? entry.Sku,
        entry.Warehouse,
        entry.Date);
}

/// <summary>What stands, or should stand, at a place.</summary>
public readonly record struct StockNumber(int Quantity, bool IsMadeToOrder)
{
    public bool IsNothing => Quantity == 0 && !IsMadeToOrder;

    public override string ToString() => IsMadeToOrder ? "made to order" : Quantity.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
