using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>A style as v2's GET shows it. The field list of that answer is not documented: it follows what is sent.</summary>
internal static class V2StyleJson
{
    public static JsonObject Of(CatalogStyle style)
    {
        var json = Key(style);
        json["style_name"] = style.Name;
        json["style_description"] = style.Description;
        foreach (var (name, value) in style.Fields)
            json[name] = value?.DeepClone();
        json["prices"] = Array(style.Prices, price => new JsonObject
        {
            ["price_label"] = price.Type.Label,
            ["price_currency"] = price.Type.Currency,
            ["price_wholesale"] = price.Wholesale,
            ["price_retail"] = price.Retail is { } retail ? JsonValue.Create(retail) : JsonValue.Create(""),
            ["price_currency_retail"] = price.Type.RetailCurrency,
        });
        json["colors"] = Array(style.Colors.Where(color => color.IsActive), color => new JsonObject { ["color_name"] = color.Name, ["color_code"] = color.Code, ["style_color_id"] = color.Id });
        json["sizes"] = Array(style.Sizes.Where(size => size.IsActive), size => new JsonObject { ["size_name"] = size.Name, ["size_code"] = size.Code });
        json["upcs"] = Array(style.Skus.Where(sku => sku is { IsActive: true, Upc: not null }), sku => new JsonObject { ["upc"] = sku.Upc, ["color_code"] = sku.Color.Code, ["size_name"] = sku.Size.Name });
        json["images"] = Array(style.Images, image => new JsonObject
        {
            ["filename"] = image.FileName,
            ["upload_id"] = image.UploadId,
            ["color_code"] = image.ColorCode ?? "",
            ["swatch"] = image.IsSwatch,
            ["display_order"] = image.DisplayOrder,
        });
        json["deliveries"] = Array(style.Deliveries, delivery => delivery.Content.DeepClone());
        foreach (var (list, _) in V2StyleWriting.PlainLists)
            json.TryAdd(list, new JsonArray());
        json["date_created"] = Time(style.CreatedAt);
        json["date_modified"] = Time(style.ModifiedAt);
        json["deleted"] = style.IsDeleted;
        return json;
    }

    /// <summary>What names a style.</summary>
    public static JsonObject Key(CatalogStyle style) => new() { ["style_id"] = style.Id, ["style_number"] = style.Number, ["style_identifier"] = style.Identifier };

    private static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode> write) => new([.. items.Select(write)]);

    private static string Time(DateTimeOffset time) => time.ToUniversalTime().ToString("yyyy-MM-ddTHH:mm:ss.ffffffzzz", CultureInfo.InvariantCulture);
}
