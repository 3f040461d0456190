using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Planning;

/// <summary>Reads what a plan for some items follows from.</summary>
internal sealed class FactsReading(PlanningStore store)
{
    public async Task<PlanningFacts> ReadAsync(InventorySettings settings, IReadOnlyCollection<string> items, CancellationToken cancellationToken)
    {
        var connection = settings.Connection;
        var levels = (await store.LevelsAsync(connection, items, cancellationToken)).ToLookup(level => level.Item, StringComparer.Ordinal);
        var known = await store.ItemsAsync(connection, items, cancellationToken);
        var names = items.Where(levels.Contains).ToDictionary(item => item, item => StockNaming.Of(IdentityOf(levels[item]), settings), StringComparer.Ordinal);
        var joorItems = known.Select(item => item.JoorItem).Concat(names.Values.Select(name => name.Item?.Key)).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var others = joorItems.Count == 0 ? [] : await store.ItemsOfAsync(connection, joorItems, cancellationToken);
        var orders = settings.SubtractsOpenOrders && joorItems.Count > 0 ? await store.OrdersAsync(connection, joorItems, cancellationToken) : [];
        return new PlanningFacts
        {
            Settings = settings,
            Items = items,
            Levels = levels,
            Names = names,
            Known = [.. known.Concat(others).DistinctBy(item => item.Item, StringComparer.Ordinal)],
            Slots = (await store.SlotsAsync(connection, joorItems, cancellationToken)).ToLookup(slot => slot.Key.JoorItem, StringComparer.Ordinal),
            Orders = orders.ToLookup(order => order.JoorItem, StringComparer.Ordinal),
        };
    }

    private static ItemIdentity IdentityOf(IEnumerable<PlanningLevel> levels) => StockNumbers.IdentityOf([.. levels]);
}
