using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Planning;

/// <summary>From the warehouse's levels of one item to the numbers JOOR shall hold.</summary>
internal static class StockNumbers
{
    /// <summary>Warehouse of orders that name none, where it is mapped.</summary>
    public const string DefaultWarehouse = "Default";

    /// <summary>Of two levels of one warehouse the newer counts.</summary>
    public static IReadOnlyList<PlanningLevel> Newest(IEnumerable<PlanningLevel> levels) =>
        [.. levels.GroupBy(level => level.Warehouse, StringComparer.Ordinal).Select(same => same.MaxBy(level => (level.Version, level.IsOwn))!)];

    /// <summary>What the warehouse said last of the item itself.</summary>
    public static ItemIdentity IdentityOf(IReadOnlyList<PlanningLevel> levels) =>
        ItemIdentity.Read(levels.MaxBy(level => (level.AsOf, level.Version, level.IsOwn))!.Identity);

    /// <summary>By JOOR warehouse and day. <paramref name="levels"/>: one for each warehouse; <paramref name="orders"/>: of this item.</summary>
    public static IReadOnlyDictionary<(string Warehouse, DateOnly Day), WantedStock> Of(
        InventorySettings settings, IReadOnlyList<PlanningLevel> levels, ItemIdentity identity, IReadOnlyList<OpenOrder> orders)
    {
        var wanted = new Dictionary<(string, DateOnly), WantedStock>();
        var fed = settings.Warehouses
            .GroupBy(mapping => mapping.Joor, StringComparer.Ordinal)
            .Select(joor => (Joor: joor.Key, Mappings: joor.ToList(), Levels: levels.Where(level => joor.Any(mapping => mapping.Wms == level.Warehouse)).ToList()))
            .Where(joor => joor.Levels.Count > 0)
            .ToList();
        var isMadeToOrder = fed.Exists(joor => joor.Levels.Exists(level => level.MadeToOrder));
        foreach (var (joor, mappings, contributing) in fed)
        {
            if (isMadeToOrder)
            {
                wanted[(joor, SlotKey.Immediate)] = new WantedStock(0, settings.SendsMadeToOrder);
                continue;
            }

            var units = contributing.Sum(level => (long)Basis(settings, level)) - Kept(settings, mappings, identity) - Ordered(settings, joor, contributing, orders);
            wanted[(joor, SlotKey.Immediate)] = new WantedStock(Clamp(units), false);
            if (!settings.SendsFutureStock)
                continue;
            foreach (var day in contributing.SelectMany(level => InboundDays.Read(level.Inbound)).GroupBy(inbound => inbound.Day))
                wanted[(joor, day.Key)] = new WantedStock(Clamp(day.Sum(inbound => (long)inbound.Units)), false);
        }

        return wanted;
    }

    private static int Basis(InventorySettings settings, PlanningLevel level)
    {
        var units = settings.Basis == StockBasis.OnHand
            ? level.OnHand ?? level.Available ?? 0
            : level.Available ?? (level.OnHand ?? 0) - (level.Allocated ?? 0);
        return Math.Max(0, units);
    }

    private static long Kept(InventorySettings settings, List<WarehouseMapping> mappings, ItemIdentity identity) =>
        identity.SafetyStock
        ?? (mappings.Exists(mapping => mapping.SafetyStock is not null) ? mappings.Sum(mapping => (long)(mapping.SafetyStock ?? 0)) : settings.SafetyStock);

    private static long Ordered(InventorySettings settings, string joor, List<PlanningLevel> contributing, IReadOnlyList<OpenOrder> orders)
    {
        if (!settings.SubtractsOpenOrders || orders.Count == 0)
            return 0;
        var counted = contributing.Max(level => level.AsOf);
        var isDefault = joor == DefaultOf(settings);
        return orders.Where(order => order.OrderedAt > counted && (order.Warehouse == joor || (order.Warehouse.Length == 0 && isDefault))).Sum(order => (long)order.Quantity);
    }

    private static string? DefaultOf(InventorySettings settings) =>
        settings.Warehouses.Any(mapping => mapping.Joor == DefaultWarehouse) ? DefaultWarehouse : settings.Warehouses is [var first, ..] ? first.Joor : null;

    private static int Clamp(long units) => (int)Math.Clamp(units, 0, int.MaxValue);
}
