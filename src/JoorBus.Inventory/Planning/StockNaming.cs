using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Planning;

/// <summary>Names items as the settings of one connection say.</summary>
internal static class StockNaming
{
    public static Func<ItemIdentity, Naming> Of(InventorySettings settings) => settings.Identity == StockIdentity.Upc ? ByUpc : ByStyle(settings.Templates);

    private static Naming ByUpc(ItemIdentity identity) => identity.Upc is { } upc
        ? new Naming(new JoorItem($"upc:{upc}") { Sku = identity.Sku, Upc = upc }, null)
        : new Naming(null, "it has no UPC, and JOOR shall find items by UPC");

    private static Func<ItemIdentity, Naming> ByStyle(StockTemplates templates)
    {
        _ = templates;
        return identity => new Naming(
            new JoorItem($"style:{ItemKey.Join(identity.StyleNumber ?? "", identity.StyleIdentifier ?? "", identity.ColorCode ?? "", identity.SizeName ?? "")}")
            {
                Sku = identity.Sku,
                StyleNumber = identity.StyleNumber,
                StyleIdentifier = identity.StyleIdentifier,
                ColorCode = identity.ColorCode,
                Size = identity.SizeName,
            },
            null);
    }
}
