using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Identifying;

/// <summary>From the warehouse's item to JOOR's. Pure.</summary>
public static class JoorItemKeys
{
    private const int LongestNumber = 45;
    private const int LongestIdentifier = 100;

    /// <summary>The item in JOOR by these settings, or why there is none.</summary>
    public static JoorItemResult Of(ItemIdentity identity, InventorySettings settings)
    {
        ArgumentNullException.ThrowIfNull(settings);
        return Of(identity, settings.Identity, settings.Templates);
    }

    /// <summary>The key of an item that orders or other messages name by UPC.</summary>
    public static string OfUpc(string upc) => $"upc:{upc.Trim()}";

    /// <summary>The key of an item that is named by its style.</summary>
    public static string OfStyle(string number, string identifier, string color, string size) =>
        $"style:{ItemKey.Join(number.Trim(), identifier.Trim(), color.Trim(), size.Trim())}";

    private static JoorItemResult Of(ItemIdentity identity, StockIdentity by, StockTemplates templates)
    {
        if (by == StockIdentity.Upc)
        {
            return ItemKey.Given(identity.Upc) is { } upc
                ? new JoorItemResult.Found(new JoorItem(OfUpc(upc), upc, null, null, null, null))
                : new JoorItemResult.Nothing("the warehouse gives no UPC for it, and the connection's stock goes by UPC");
        }

        try
        {
            return OfStyle(identity, ItemTemplates.Of(templates));
        }
        catch (HandlebarsDotNet.HandlebarsException fault)
        {
            return new JoorItemResult.Nothing($"the templates of the connection's stock cannot be followed: {fault.Message.ReplaceLineEndings(" ").TrimEnd('.')}");
        }
    }

    private static JoorItemResult OfStyle(ItemIdentity identity, ItemTemplates templates)
    {
        var parts = templates.Fill(identity);
        var (number, style, color, size) = (parts.StyleNumber.Trim(), parts.StyleIdentifier.Trim(), parts.ColorCode.Trim(), parts.Size.Trim());
        var empty = new[] { (number, "style number"), (style, "style identifier"), (color, "colour code"), (size, "size") }
            .Where(part => part.Item1.Length == 0).Select(part => part.Item2).ToList();
        if (empty.Count > 0)
        {
            return new JoorItemResult.Nothing($"its {string.Join(" and ", empty)} {(empty.Count == 1 ? "is" : "are")} empty after the templates of the connection's stock");
        }

        if (number.Length > LongestNumber || style.Length > LongestIdentifier)
        {
            return new JoorItemResult.Nothing($"its style number or identifier is longer than JOOR takes ({LongestNumber} and {LongestIdentifier} characters) after the templates of the connection's stock");
        }

        return new JoorItemResult.Found(new JoorItem(OfStyle(number, style, color, size), null, number, style, color, size));
    }
}
