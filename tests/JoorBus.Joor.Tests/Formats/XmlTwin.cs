using System.Text;
using System.Text.Json;

namespace JoorBus.Joor.Tests;

/// <summary>The XML that says the same as some JSON, by the rules inferred for JOOR: lists have a node of their own with an element for each item.</summary>
internal static class XmlTwin
{
    private static readonly Dictionary<string, string> Items = new()
    {
        ["inventory_items"] = "inventory_item", ["orders"] = "order", ["line_items"] = "line_item", ["order_doors"] = "order_door", ["order_divisions"] = "order_division", ["style_tags"] = "style_tag", ["color_exclusions"] = "color_exclusion",
        ["styles"] = "style", ["colors"] = "color", ["sizes"] = "size", ["prices"] = "price", ["deliveries"] = "delivery", ["categories"] = "category",
        ["materials"] = "material", ["upcs"] = "upc", ["images"] = "image", ["connections"] = "connection", ["warehouses"] = "warehouse",
        ["data"] = "data_item", ["errors"] = "error", ["trait_values"] = "trait_value", ["product_trait_values"] = "product_trait_value", ["identifiers"] = "identifier",
        ["tags"] = "tag", ["items"] = "item", ["skus"] = "sku", ["billing_addresses"] = "billing_address", ["shipping_addresses"] = "shipping_address", ["price_types"] = "price_type",
    };

    public static string Of(string json)
    {
        using var document = JsonDocument.Parse(json);
        var text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
        var roots = document.RootElement.EnumerateObject().ToArray();
        // Siblings of the root go inside it, as an XML document has one root.
        text.Append('<').Append(roots[0].Name).Append('>');
        foreach (var sibling in roots.Skip(1))
            Write(text, sibling.Name, sibling.Value);
        if (roots[0].Value.ValueKind == JsonValueKind.Array)
            WriteItems(text, Items[roots[0].Name], roots[0].Value);
        else
            WriteInside(text, roots[0].Value);
        return text.Append("</").Append(roots[0].Name).Append('>').ToString();
    }

    private static void Write(StringBuilder text, string name, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array && !Items.ContainsKey(name))
        {
            WriteItems(text, name, value);
            return;
        }
        text.Append('<').Append(name).Append('>');
        if (value.ValueKind == JsonValueKind.Array)
            WriteItems(text, Items[name], value);
        else
            WriteInside(text, value);
        text.Append("</").Append(name).Append('>');
    }

    private static void WriteItems(StringBuilder text, string name, JsonElement list)
    {
        foreach (var item in list.EnumerateArray())
        {
            text.Append('<').Append(name).Append('>');
            WriteInside(text, item);
            text.Append("</").Append(name).Append('>');
        }
    }

    private static void WriteInside(StringBuilder text, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in value.EnumerateObject())
                Write(text, property.Name, property.Value);
        }
        else if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            text.Append(value.GetRawText());
        }
        else if (value.ValueKind != JsonValueKind.Null)
        {
            text.Append(System.Security.SecurityElement.Escape(value.ToString()));
        }
    }
}
