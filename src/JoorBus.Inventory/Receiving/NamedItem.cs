using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Identifying;

namespace JoorBus.Inventory.Receiving;

/// <summary>An item without faults: its key and its identity as they are stored.</summary>
internal sealed record NamedItem(string Key, string Identity)
{
    public static NamedItem Of(StockItem item) => new(ItemKey.Of(item)!, ItemIdentity.Of(item).Write());

    /// <summary>Null where the item has a fault.</summary>
    public static NamedItem? Of(byte[] json) =>
        JsonSerializer.Deserialize(json, ContractsJson.Default.StockItem) is { } item && IdentityFaults.Of(item) is null ? Of(item) : null;
}
