using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Linesheets of styles, whether v2 wrote them into the style or v4 into collections.</summary>
internal sealed class DeliveryEntries(JoorCollections collections)
{
    private readonly ILookup<string?, (JsonObject Collection, JsonNode Item)> _items = collections.Collections
        .SelectMany(collection => (collection.Child("items") as JsonArray ?? []).OfType<JsonNode>().Select(item => (Collection: collection, Item: item)))
        .ToLookup(pair => pair.Item.Text("product_id"));

    public IReadOnlyList<JoorDeliveryEntry> Of(CatalogStyle style) =>
        [.. style.Deliveries.Select(Of), .. _items[V4Products.IdOf(style)].Select(pair => Of(style, pair.Collection, pair.Item))];

    private static JoorDeliveryEntry Of(CatalogDelivery delivery) => new()
    {
        Code = delivery.Content.Text("delivery_code"),
        Name = delivery.Content.Text("delivery_name"),
        SeasonCode = delivery.Content.Text("season_code"),
        SeasonName = delivery.Content.Text("season_name"),
        SeasonYear = delivery.Content.Whole("season_year"),
        ShipStart = V2Deliveries.Day(delivery.Content, "start"),
        ShipEnd = V2Deliveries.Day(delivery.Content, "end"),
        DisplayOrder = delivery.Content.Whole("style_display_order"),
        HiddenColors = [.. delivery.Content.Items("color_exclusions", "color_exclusion").Select(color => color.Text("color_code") ?? color.Text("color_name") ?? "")],
        IsManual = delivery.IsManual,
    };

    private static JoorDeliveryEntry Of(CatalogStyle style, JsonObject collection, JsonNode item)
    {
        var (season, delivery) = (collection.Child("season"), collection.Child("delivery"));
        var shown = (item.Child("skus") as JsonArray ?? []).Select(sku => sku.Text("id")).ToHashSet();
        return new JoorDeliveryEntry
        {
            Code = collection.Text("external_id"),
            Name = collection.Text("name"),
            SeasonCode = season.Text("external_id"),
            SeasonName = season.Text("name"),
            SeasonYear = season.Whole("year"),
            ShipStart = Day(delivery, "start_ship_date"),
            ShipEnd = Day(delivery, "complete_ship_date"),
            DisplayOrder = item.Whole("order_number"),
            // Without any SKU the item shows all.
            HiddenColors = shown.Count == 0 ? [] : [.. style.Colors.Where(color => !style.Skus.Exists(sku => sku.Color == color && shown.Contains(sku.Id))).Select(color => color.Code)],
        };
    }

    private static DateOnly? Day(JsonNode? node, string name) =>
        DateOnly.TryParseExact(node.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
