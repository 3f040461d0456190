using JoorBus.Contracts.Inventory;

namespace JoorBus.Inventory.Identifying;

/// <summary>The warehouse's key of an item: its SKU, else <c>upc:…</c>, else <c>style:style|colour|size</c>.</summary>
public static class ItemKey
{
    /// <summary>The key, or null where the item has no SKU, no UPC, and not style with colour and size.</summary>
    public static string? Of(StockItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (Given(item.Sku) is { } sku)
        {
            return sku;
        }

        if (Given(item.Upc) is { } upc)
        {
            return $"upc:{upc}";
        }

        var style = Given(item.StyleIdentifier) ?? Given(item.StyleNumber);
        var color = Given(item.Color?.Code) ?? Given(item.Color?.Name);
        var size = Given(item.Size?.Name) ?? Given(item.Size?.Code);
        return style is null || color is null || size is null ? null : $"style:{Join(style, color, size)}";
    }

    /// <summary>Parts with <c>|</c> between them; one inside a part is written <c>\|</c>, so different parts never make the same key.</summary>
    public static string Join(params ReadOnlySpan<string> parts)
    {
        var escaped = new string[parts.Length];
        for (var i = 0; i < parts.Length; i++)
        {
            escaped[i] = Escape(parts[i]);
        }

        return string.Join('|', escaped);
    }

    internal static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Escape(string part) => part.AsSpan().ContainsAny('|', '\\')
        ? part.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal)
        : part;
}
