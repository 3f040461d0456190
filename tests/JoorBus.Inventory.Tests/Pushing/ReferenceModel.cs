using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Tests.Pushing;

/// <summary>A level as the warehouse's own ledger has it.</summary>
internal sealed record LedgerLevel(string Warehouse, long Version, int OnHand, int Allocated, (DateOnly Day, int Units)? Inbound, bool MadeToOrder, ItemIdentity Identity)
{
    public static DateTimeOffset TimeOf(long version) => new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddSeconds(version);
}

/// <summary>Units that customers ordered when the warehouse had come to that version; in JOOR's default warehouse where they name none.</summary>
internal sealed record LedgerOrder(string Upc, string Style, string Warehouse, int Units, long Version);

/// <summary>What JOOR must sell at rest, in ten lines.</summary>
internal static class ReferenceModel
{
    public static IReadOnlyList<string> Sells(InventorySettings settings, IReadOnlyCollection<LedgerOrder> orders, IEnumerable<IReadOnlyCollection<LedgerLevel>> items) =>
        [.. items.SelectMany(item => Sells(settings, orders, item)).Distinct().Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Sells(InventorySettings settings, IReadOnlyCollection<LedgerOrder> orders, IReadOnlyCollection<LedgerLevel> item)
    {
        var identity = item.MaxBy(level => level.Version)!.Identity;
        var name = settings.Identity == StockIdentity.Upc ? identity.Upc : $"{identity.StyleNumber}|{identity.StyleIdentifier}|{identity.ColorCode}|{identity.SizeName}";
        var fed = settings.Warehouses.SelectMany(map => item.Where(level => level.Warehouse == map.Wms), (map, level) => (map.Joor, Level: level)).ToLookup(pair => pair.Joor, pair => pair.Level);
        if (identity.SkipJoor == true || fed.Count == 0)
            return [];
        if (fed.Any(levels => levels.Any(level => level.MadeToOrder)))
            return settings.SendsMadeToOrder ? [$"{name} made to order"] : [];
        var now = fed.Select(levels => (levels.Key, Day: (DateOnly?)null, Units: levels.Sum(level => Math.Max(0, settings.Basis == StockBasis.OnHand ? level.OnHand : level.OnHand - level.Allocated)) - (identity.SafetyStock ?? settings.SafetyStock) - Ordered(levels)));
        var later = settings.SendsFutureStock ? fed.SelectMany(levels => levels.Where(level => level.Inbound is not null).GroupBy(level => level.Inbound!.Value.Day, (day, same) => (levels.Key, Day: (DateOnly?)day, Units: same.Sum(level => level.Inbound!.Value.Units)))) : [];
        return now.Concat(later).Where(slot => slot.Units > 0).Select(slot => MemoryJoor.Line(name!, slot.Key, slot.Day, (slot.Units, false)));
        int Ordered(IGrouping<string, LedgerLevel> levels) => settings.SubtractsOpenOrders ? orders.Where(order => (order.Upc == name || order.Style == name) && order.Warehouse == levels.Key && order.Version >= levels.Max(level => level.Version)).Sum(order => order.Units) : 0;
    }
}
