using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Planning;

/// <summary>Names items as the settings of one connection say.</summary>
internal static class StockNaming
{
    public static Naming Of(ItemIdentity identity, InventorySettings settings) => JoorItemKeys.Of(identity, settings) switch
    {
        JoorItemResult.Found({ } item) => new Naming(
            new SlotNames(item.Key)
            {
                Sku = identity.Sku,
                Upc = item.Upc,
                StyleNumber = item.StyleNumber,
                StyleIdentifier = item.StyleIdentifier,
                ColorCode = item.ColorCode,
                Size = item.Size,
            },
            null),
        JoorItemResult.Nothing(var reason) => new Naming(null, reason),
        var other => throw new InvalidOperationException($"unknown result {other}"),
    };
}
