namespace JoorBus.Inventory.Identifying;

/// <summary>The fields that templates may name: the item's own, and those of its identity, which go before.</summary>
internal static class ItemFields
{
    public static readonly string[] OfIdentity = ["sku", "upc", "styleNumber", "styleIdentifier", "colorCode", "colorName", "sizeName", "sizeCode"];

    public static Dictionary<string, object> Of(ItemIdentity identity)
    {
        var fields = new Dictionary<string, object>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, value) in identity.Fields ?? new Dictionary<string, string>())
        {
            fields[name] = value;
        }

        fields["sku"] = identity.Sku ?? "";
        fields["upc"] = identity.Upc ?? "";
        fields["styleNumber"] = identity.StyleNumber ?? "";
        fields["styleIdentifier"] = identity.StyleIdentifier ?? "";
        fields["colorCode"] = identity.ColorCode ?? "";
        fields["colorName"] = identity.ColorName ?? "";
        fields["sizeName"] = identity.SizeName ?? "";
        fields["sizeCode"] = identity.SizeCode ?? "";
        return fields;
    }
}
