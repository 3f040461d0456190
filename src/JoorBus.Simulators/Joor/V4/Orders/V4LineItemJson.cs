using System.Globalization;
using System.Text.Json.Nodes;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>A row of orders/sku_line_items.</summary>
internal static class V4LineItemJson
{
    public static JsonObject Of(StoredOrder order, JoorOrderLine line, JoorAccount account, JoorSimulatorOptions options)
    {
        var sku = account.Catalog.SkuOf(line);
        var item = new JsonObject
        {
            ["original_id"] = sku?.Id ?? line.Upc,
            ["sku_identifier"] = sku?.Identifier,
            ["product"] = new JsonObject
            {
                ["id"] = line.JoorStyleId,
                ["name"] = line.StyleName,
                ["identifier"] = line.StyleNumber,
                ["external_id"] = sku?.Style.ExternalId ?? line.StyleIdentifier,
            },
            ["wholesale_price"] = Money(line.UnitPrice),
            ["suggested_retail_price"] = Money(line.RetailPrice),
            ["item_price"] = Money(line.Price),
            ["trait_values"] = new JsonArray(Trait(V4Traits.ColorId, "Color", line.Color), Trait(V4Traits.SizeId, "Size", line.Size)),
        };
        if (options.LineItemsNameIdentifiers && line.Upc is { } upc)
            item["identifiers"] = new JsonArray(new JsonObject { ["type"] = "upc", ["value"] = upc });
        return new JsonObject
        {
            ["id"] = LineItemIds.Of(order, line),
            ["order_id"] = order.OrderId,
            ["cancelled"] = false,
            ["quantity"] = line.Quantity,
            ["line_item_sku"] = item,
        };
    }

    public static string? Money(decimal? amount) => amount?.ToString("0.00##", CultureInfo.InvariantCulture);

    private static JsonObject Trait(string id, string name, Coded? value) => new()
    {
        ["trait"] = new JsonObject { ["id"] = id, ["name"] = name, ["type"] = "sku" },
        ["value"] = value?.Name,
        ["external_id"] = value?.Code,
    };
}
