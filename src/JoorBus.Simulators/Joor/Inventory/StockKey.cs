namespace JoorBus.Simulators.Joor;

/// <summary>An item in a warehouse for a date. The item is the SKU's id, or the name the call gave it.</summary>
internal readonly record struct StockKey(string Item, string Warehouse, string Date)
{
    /// <summary>Stock that is there now.</summary>
    public const string Immediate = "IMMEDIATE";
}
