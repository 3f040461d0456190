using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Takes over what a style's node gives.</summary>
internal static class V2StyleWriting
{
    public static readonly string[] PlainLists = ["deliveries", "categories", "materials"];
    private static readonly string[] Known = ["style_id", "style_name", "style_number", "style_identifier", "style_description", "prices", "colors", "sizes", "upcs", "images", "delivery_overwrite", .. PlainLists];
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
            : null;
    }

    public static void Apply(JoorCatalog catalog, CatalogStyle style, JsonNode node, DateTimeOffset now)
    {
        style.Name = node.Text("style_name") ?? style.Name;
        style.Number = node.Text("style_number") ?? style.Number;
        style.Identifier = node.Text("style_identifier") ?? style.Identifier;
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
            SetPrice(catalog, style, TypeOf(catalog, price)!, price.Amount("price_wholesale")!.Value, price.Amount("price_retail"));
        KeepFurther(style, node);
        (style.ModifiedAt, style.IsTouched, style.IsDeleted) = (now, true, false);
    }

    private static void KeepFurther(CatalogStyle style, JsonNode node)
    {
        foreach (var (name, value) in (JsonObject)node)
        {
            if (!Known.Contains(name))
                style.Fields[name] = value?.DeepClone();
        }
        foreach (var (list, item) in PlainLists.Zip(["delivery", "category", "material"]))
        {
            if (node.Child(list) is null)
                continue;
            var sent = node.Items(list, item);
            style.Fields[list] = list == "deliveries" ? Deliveries(style, sent, node.Whole("delivery_overwrite") ?? 1) : Array(sent);
        }
    }

    private static JsonArray Deliveries(CatalogStyle style, IReadOnlyList<JsonNode> sent, int overwrite)
    {
        var others = (style.Fields["deliveries"] as JsonArray ?? []).OfType<JsonNode>().Where(known => !sent.Any(one => Name(one) == Name(known))).ToList();
        return overwrite switch
        {
            3 => Array([.. others, .. sent]),
            4 => Array(others),
            _ => Array(sent),
        };
    }

    private static string? Name(JsonNode delivery) => delivery.Text("delivery_code") ?? delivery.Text("delivery_name");

    private static JsonArray Array(IEnumerable<JsonNode> nodes) => new([.. nodes.Select(node => node.DeepClone())]);

    private static JoorSimulatorPriceType? TypeOf(JoorCatalog catalog, JsonNode price) =>
        catalog.PriceTypes.FirstOrDefault(type => type.Label == price.Text("price_label") && type.Currency == price.Text("price_currency"));

    private static void SetPrice(JoorCatalog catalog, CatalogStyle style, JoorSimulatorPriceType type, decimal wholesale, decimal? retail)
    {
        foreach (var prices in style.Skus.Select(sku => sku.Prices).Prepend(style.Prices))
        {
            if (prices.Find(price => price.Type.Id == type.Id) is { } known)
                (known.Wholesale, known.Retail) = (wholesale, retail ?? known.Retail);
            else
                prices.Add(new CatalogPrice { Id = catalog.NextPrice(), Type = type, Wholesale = wholesale, Retail = retail });
        }
    }
}
