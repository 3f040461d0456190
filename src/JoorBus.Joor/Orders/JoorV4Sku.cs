using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>What tells an item: its SKU's id, its product, its UPC.</summary>
internal sealed record JoorV4Sku(string? Id, string? ProductId, string? Upc)
{
    /// <summary>Of an order line.</summary>
    public static JoorV4Sku Of(JsonElement line)
    {
        var sku = new JoorFields(line, "", new JoorFaults()).Child("line_item_sku");
        return new JoorV4Sku(sku?.Text("original_id"), sku?.Child("product")?.Text("id"), sku is null ? null : UpcOf(sku));
    }

    /// <summary>Of the SKU itself.</summary>
    public static JoorV4Sku OfProduct(JsonElement row)
    {
        var sku = new JoorFields(row, "", new JoorFaults());
        return new JoorV4Sku(sku.Text("id"), sku.Text("product_id"), UpcOf(sku));
    }

    public static string? UpcOf(JoorFields sku) => sku
        .List("identifiers", "identifier", (identifier, _) => (Type: identifier.Text("type"), Value: identifier.Text("value")))
        .FirstOrDefault(identifier => string.Equals(identifier.Type, "upc", StringComparison.OrdinalIgnoreCase) && identifier.Value is not null).Value;
}
