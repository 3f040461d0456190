using System.Globalization;
using JoorBus.Contracts.Inventory;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Comparing;

/// <summary>What JOOR should hold by the warehouse's levels and a connection's rules; worked out the plain way.</summary>
public sealed record ExpectedStock(IReadOnlyDictionary<StockPlace, (StockNumber Number, DateTimeOffset Since)> Places, IReadOnlySet<string> LeftOut)
{
    public static ExpectedStock Of(IEnumerable<WmsStockEntry> levels, StockRules rules)
    {
        var places = new Dictionary<StockPlace, (StockNumber, DateTimeOffset)>();
        var leftOut = new HashSet<string>();
        foreach (var item in levels.GroupBy(entry => StockPlace.ItemOf(entry.Level.Item, rules.IsByStyle)))
        {
            if (item.Any(entry => rules.IsLeftOut(entry.Level.Item)))
                leftOut.Add(item.Key);
            var mapped = item.Where(entry => rules.Warehouses.ContainsKey(entry.Level.Warehouse)).ToList();
            // JOOR knows it of an item, not of an item in a warehouse.
            var isMadeToOrder = mapped.Exists(entry => entry.Level.MadeToOrder == true);
            foreach (var group in mapped.GroupBy(entry => rules.Warehouses[entry.Level.Warehouse]))
                Add(places, item.Key, group.Key, [.. group], isMadeToOrder, rules);
        }
        return new(places, leftOut);
    }

    private static void Add(Dictionary<StockPlace, (StockNumber, DateTimeOffset)> places, string item, string warehouse, IReadOnlyList<WmsStockEntry> entries, bool isMadeToOrder, StockRules rules)
    {
        var (levels, since) = (entries.Select(entry => entry.Level).ToList(), entries.Max(entry => entry.ChangedAt));
        var stock = levels.Sum(level => Math.Max(0, Basis(level, rules.SellsOnHand)));
        var sold = Math.Max(0, stock - rules.Buffer(levels[0].Item, warehouse) - rules.Deducted(levels[0].Item, warehouse));
        places[new(item, warehouse, StockPlace.Now)] = (isMadeToOrder ? new(0, rules.SendsMadeToOrder) : new(sold, false), since);
        if (isMadeToOrder || !rules.SendsFutureStock)
            return;
        foreach (var day in levels.SelectMany(level => level.Inbound).GroupBy(inbound => inbound.Date))
            places[new(item, warehouse, day.Key.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))] = (new(day.Sum(inbound => inbound.Quantity), false), since);
    }

    private static int Basis(InventoryLevel level, bool sellsOnHand) =>
        sellsOnHand ? level.OnHand ?? 0 : level.AvailableToSell ?? (level.OnHand ?? 0) - (level.Allocated ?? 0);
}
