using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Takes over what a style's node gives.</summary>
internal static class V2StyleWriting
{
    public static readonly IReadOnlyList<(string List, string Item)> PlainLists = [("categories", "category"), ("materials", "material"), ("style_tags", "style_tag")];
    private static readonly string[] Known = ["style_id", "style_name", "style_number", "style_identifier", "style_description", "prices", "colors", "sizes", "upcs", "images", "deliveries", "delivery_overwrite", .. PlainLists.Select(list => list.List)];
    private static readonly (string Field, int Most)[] Lengths = [("style_name", 100), ("style_number", 45), ("style_identifier", 100), ("style_description", 500)];

    /// <summary>Why the node cannot be taken over; null when it can.</summary>
    public static string? Fault(JoorCatalog catalog, JsonNode node, bool isNew)
    {
        if (isNew && Lengths.Take(3).FirstOrDefault(field => node.Text(field.Field) is null).Field is { } missing)
            return $"{missing} is required";
        if (Lengths.FirstOrDefault(field => node.Text(field.Field)?.Length > field.Most) is { Field: not null } tooLong)
            return $"{tooLong.Field} has more than {tooLong.Most} characters";
        foreach (var price in node.Items("prices", "price"))
        {
            if (TypeOf(catalog, price) is null)
                return $"No price type {price.Text("price_label")} in {price.Text("price_currency")}";
            if (price.Amount("price_wholesale") is not >= 0)
                return "price_wholesale must be an amount";
        }
        return node.Items("colors", "color").Any(color => color.Text("color_name") is null) ? "color_name is required"
            : node.Items("sizes", "size").Any(size => size.Text("size_name") is null) ? "size_name is required"
            : V2Deliveries.Fault(node) ?? FurtherFault(node);
    }

    public static void Apply(JoorCatalog catalog, CatalogStyle style, JsonNode node, DateTimeOffset now)
    {
        style.Name = node.Text("style_name") ?? style.Name;
        style.Number = node.Text("style_number") ?? style.Number;
        catalog.Identify(style, node.Text("style_identifier") ?? style.Identifier);
        style.Description = node.Text("style_description") ?? style.Description;
        style.ExternalId ??= style.Identifier;
        foreach (var color in node.Items("colors", "color"))
            catalog.Color(style, color.Text("color_name")!, color.Text("color_code"));
        foreach (var size in node.Items("sizes", "size"))
            catalog.Size(style, size.Text("size_name")!, size.Text("size_code"));
        catalog.FillMatrix(style);
        foreach (var upc in node.Items("upcs", "upc"))
        {
            if (style.Sku(upc.Text("color_code") ?? upc.Text("color_name"), upc.Text("size_name") ?? upc.Text("size_code")) is { } sku && upc.Text("upc") is { } number)
                catalog.Identify(sku, "upc", number);
        }
        foreach (var price in node.Items("prices", "price"))
            catalog.Prices.Set(style, TypeOf(catalog, price)!, price.Amount("price_wholesale")!.Value, price.Amount("price_retail"));
        KeepFurther(style, node);
        V2Deliveries.Apply(style, node);
        (style.ModifiedAt, style.IsTouched, style.IsDeleted) = (now, true, false);
    }

    private static void KeepFurther(CatalogStyle style, JsonNode node)
    {
        foreach (var (name, value) in (JsonObject)node)
        {
            if (!Known.Contains(name))
                style.Fields[name] = value?.DeepClone();
        }
        foreach (var (list, item) in PlainLists.Where(list => node.Child(list.List) is not null))
            style.Fields[list] = new JsonArray([.. Elements(node.Child(list)!, item).Select(element => element.DeepClone())]);
    }

    private static string? FurtherFault(JsonNode node) =>
        node.Text("made_to_order") is not null && node.Flag("made_to_order") is null ? "made_to_order must be true or false"
        : node.Text("minimum") is not null && node.Whole("minimum") is not >= 1 ? "minimum must be a whole number from 1"
        : null;

    // Materials may be bare texts.
    private static IEnumerable<JsonNode> Elements(JsonNode list, string item) => list switch
    {
        JsonArray array => array.OfType<JsonNode>().SelectMany(element => element is JsonObject ? Elements(element, item) : [element]),
        JsonObject parts when parts[item] is JsonArray or JsonObject => Elements(parts[item]!, item),
        JsonObject => [list],
        _ => JoorNodes.Text(list) is null ? [] : [list],
    };

    private static JoorSimulatorPriceType? TypeOf(JoorCatalog catalog, JsonNode price) =>
        catalog.PriceTypes.FirstOrDefault(type => type.Label == price.Text("price_label") && type.Currency == price.Text("price_currency"));
}
