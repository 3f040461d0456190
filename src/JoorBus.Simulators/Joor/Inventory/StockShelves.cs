namespace JoorBus.Simulators.Joor;

/// <summary>Stock entries, found by item without looking at the others.</summary>
internal sealed class StockShelves
{
    private readonly Dictionary<string, Dictionary<StockKey, JoorStockEntry>> _items = [];

    public IEnumerable<JoorStockEntry> All => _items.Values.SelectMany(entries => entries.Values);

    public void Put(StockKey key, JoorStockEntry entry)
    {
        if (!_items.TryGetValue(key.Item, out var entries))
            _items[key.Item] = entries = [];
        entries[key] = entry;
    }

    /// <summary>Takes away what the item has anywhere, for the item is made to order from now on.</summary>
    public void ClearStock(string item)
    {
        if (_items.GetValueOrDefault(item) is not { } entries)
            return;
        foreach (var key in entries.Where(entry => !entry.Value.IsMadeToOrder).Select(entry => entry.Key).ToList())
            entries.Remove(key);
    }

    public void RemoveWhere(Func<StockKey, bool> isGone)
    {
        foreach (var entries in _items.Values)
        {
            foreach (var key in entries.Keys.Where(isGone).ToList())
                entries.Remove(key);
        }
    }
}
