using System.Globalization;
using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Collections, which JOOR's users call linesheets.</summary>
internal static class V4Collections
{
    public static JoorAnswer Read(JoorCall call) => V4List.Of(call, call.Account.Collections.Collections, collection => collection.DeepClone());

    public static V4Result Create(JoorCall call, JsonObject element)
    {
        if (element.Text("name") is null || element.Text("external_id") is not { } id)
            return V4Result.Invalid("`name` and `external_id` are required");
        if (call.Account.Collections.Collections.Exists(collection => collection.Text("external_id") == id))
            return V4Result.Duplicated($"Collection `{id}` already exists");
        return Fault(call, element) ?? V4Result.Accepted(Apply(call, call.Account.Collections.AddCollection([]), element));
    }

    public static V4Result Update(JoorCall call, JsonObject element)
    {
        if (JoorCollections.Find(call.Account.Collections.Collections, element.Text("id")) is not { } collection)
            return V4Result.NotFound($"Collection id `{element.Text("id")}` not found");
        return Fault(call, element) ?? V4Result.Accepted(Apply(call, collection, element));
    }

    private static V4Result? Fault(JoorCall call, JsonObject element)
    {
        if (element.Text("season_id") is { } season && JoorCollections.Find(call.Account.Collections.Seasons, season) is null)
            return V4Result.NotFound($"Season id `{season}` not found");
        var delivery = element.Child("delivery");
        if (Day(delivery, "start_ship_date") is { } start && Day(delivery, "complete_ship_date") is { } end && start >= end)
            return V4Result.Invalid("Shipping date must be before completed date");
        foreach (var item in element.Child("items") as JsonArray ?? [])
        {
            if (V4Products.Find(call, item.Text("product_id")) is null)
                return V4Result.NotFound($"Product id `{item.Text("product_id")}` not found");
            if ((item.Child("sku_ids") as JsonArray)?.Select(JoorNodes.Text).FirstOrDefault(id => id is null || call.Account.Catalog.Sku(id) is null) is { } sku)
                return V4Result.NotFound($"Sku id `{sku}` not found");
        }
        return null;
    }

    private static JsonObject Apply(JoorCall call, JsonObject collection, JsonObject element)
    {
        foreach (var (name, value) in element.Where(part => part.Key is "name" or "external_id" or "delivery"))
            collection[name] = value?.DeepClone();
        if (element.Text("season_id") is { } season)
            collection["season"] = JoorCollections.Find(call.Account.Collections.Seasons, season)!.DeepClone();
        if (element.Child("items") is JsonArray items)
            collection["items"] = new JsonArray([.. items.Select(item => Item(item!, element.Child("delivery")))]);
        foreach (var (name, value) in new (string, JsonNode)[] { ("visibility", "OWNER"), ("archived", false), ("is_custom", false), ("made_to_order", false) })
            collection.TryAdd(name, value);
        return collection;
    }

    private static JsonObject Item(JsonNode item, JsonNode? delivery) => new()
    {
        ["product_id"] = item.Text("product_id"),
        ["order_number"] = item.Whole("order_number"),
        ["skus"] = new JsonArray([.. (item.Child("sku_ids") as JsonArray ?? []).Select(id => new JsonObject
        {
            ["id"] = JoorNodes.Text(id),
            ["delivery"] = new JsonObject { ["start_ship_date"] = delivery.Text("start_ship_date"), ["complete_ship_date"] = delivery.Text("complete_ship_date") },
        })]),
    };

    private static DateOnly? Day(JsonNode? node, string name) =>
        DateOnly.TryParseExact(node.Text(name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
