using System.Globalization;

namespace JoorBus.Joor;

/// <summary>Stock as JOOR wants it written, and what it surely would not take.</summary>
internal static class JoorStockBody
{
    public static JoorBodyContent Of(IReadOnlyList<JoorStock> items, JoorStockOptions options) =>
        JoorBodyContent.Of(body => body.List("inventory_items", "inventory_item", items, item => Write(body, item, options)));

    public static JoorChecks Check(IReadOnlyList<JoorStock> items)
    {
        var checks = new JoorChecks();
        for (var at = 0; at < items.Count; at++)
            Check(checks, items[at], string.Create(CultureInfo.InvariantCulture, $"item {at + 1} of {items.Count}"));
        return checks;
    }

    public static string? Date(JoorStock item, JoorStockOptions options) =>
        item.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? (options.SaysImmediate ? "IMMEDIATE" : null);

    private static void Check(JoorChecks checks, JoorStock item, string where)
    {
        if (!string.IsNullOrWhiteSpace(item.Upc))
            return;
        checks.Required("upc", item.StyleId is not null || !string.IsNullOrWhiteSpace(item.StyleIdentifier) || !string.IsNullOrWhiteSpace(item.StyleNumber), where)
            .Required("color_code", item.StyleColorId is not null || !string.IsNullOrWhiteSpace(item.ColorCode), where)
            .Required("size", !string.IsNullOrWhiteSpace(item.Size) || !string.IsNullOrWhiteSpace(item.SizeCode), where);
    }

    private static void Write(JoorBodyWriter body, JoorStock item, JoorStockOptions options)
    {
        body.Text("warehouse", item.Warehouse);
        body.Text("inventory_date", Date(item, options));
        body.Text("style_number", item.StyleNumber);
        body.Text(options.SpellsIdentifer ? "style_identifer" : "style_identifier", item.StyleIdentifier);
        body.Number("style_id", item.StyleId);
        body.Text("color_code", item.ColorCode);
        body.Number("style_color_id", item.StyleColorId);
        body.Text("size", item.Size);
        body.Text("size_code", item.SizeCode);
        body.Number("inventory", item.Quantity);
        body.Text("upc", item.Upc);
        body.Flag("made_to_order", item.MadeToOrder);
    }
}
