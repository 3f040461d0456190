using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Styles as the ledger shows them, whichever version wrote them.</summary>
internal static class StyleEntries
{
    public static IReadOnlyList<JoorStyleEntry> Of(JoorAccount account)
    {
        var deliveries = new DeliveryEntries(account.Collections);
        return [.. account.Catalog.Styles.Where(style => style.IsTouched).Select(style => Of(style, deliveries.Of(style)))];
    }

    private static JoorStyleEntry Of(CatalogStyle style, IReadOnlyList<JoorDeliveryEntry> deliveries) => new()
    {
        StyleId = V4Products.IdOf(style),
        Number = style.Number,
        Identifier = style.Identifier,
        Name = style.Name,
        Description = style.Description,
        ExternalId = style.ExternalId,
        IsDeleted = style.IsDeleted,
        Colors = [.. style.Colors.Select(Of)],
        Sizes = [.. style.Sizes.Select(Of)],
        Skus = [.. style.Skus.Select(JoorSkuEntry.Of)],
        Images = [.. style.Images.Select(image => new JoorImageEntry(image.UploadId, image.FileName, image.DisplayOrder, image.ColorCode, image.IsSwatch, image.Url, image.Bytes))],
        Prices = [.. style.Prices.Select(JoorPriceEntry.Of)],
        Deliveries = deliveries,
        Categories = [.. Texts(style.Fields["categories"], "category_id", "category_name"), .. Texts(style.ProductFields["category_ids"])],
        Materials = [.. Texts(style.Fields["materials"], "material_name", "material")],
        Tags = [.. Nodes(style.Fields["style_tags"]).Select(tag => new JoorTagEntry(tag.Text("style_tag_group"), tag.Text("style_tag_name"), tag.Text("style_tag_value"), tag.Text("style_tag_code"))),
            .. Nodes(style.ProductFields["tags"]).Select(tag => new JoorTagEntry(tag.Text("parent_id"), tag.Text("name"), tag.Text("value"), tag.Text("code")))],
        Fields = FieldsOf(style),
        CreatedAt = style.CreatedAt,
        ModifiedAt = style.ModifiedAt,
    };

    private static Dictionary<string, string> FieldsOf(CatalogStyle style)
    {
        var fields = new Dictionary<string, string>();
        foreach (var (name, value) in style.Fields.Concat(style.ProductFields))
        {
            if (JoorNodes.Text(value) is { } text)
                fields[name] = text;
        }
        foreach (var value in Nodes(style.ProductFields["product_trait_values"]))
        {
            if (V4Traits.NameOf(value, "product") is { } name && value.Text("value") is { } text)
                fields[name] = text;
        }
        return fields;
    }

    private static JoorTraitEntry Of(CatalogTrait trait) => new(trait.Code, trait.Name, trait.IsActive);

    private static IEnumerable<JsonNode> Nodes(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>();

    private static IEnumerable<string> Texts(JsonNode? list, params string[] names) =>
        Nodes(list).Select(node => JoorNodes.Text(node) ?? names.Select(name => node.Text(name)).FirstOrDefault(text => text is not null)).OfType<string>();
}
