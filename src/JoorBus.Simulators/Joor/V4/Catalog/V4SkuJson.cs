using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>A SKU in v4's words.</summary>
internal static class V4SkuJson
{
    public static JsonObject Of(CatalogSku sku) => new()
    {
        ["id"] = sku.Id,
        ["product_id"] = V4Products.IdOf(sku.Style),
        ["external_id"] = sku.ExternalId,
        ["sku_identifier"] = sku.Identifier,
        ["identifiers"] = new JsonArray([.. sku.Identifiers.Select(identifier => new JsonObject { ["type"] = identifier.Type, ["value"] = identifier.Value })]),
        ["trait_values"] = new JsonArray(Trait(V4Traits.ColorId, "Color", sku.Color), Trait(V4Traits.SizeId, "Size", sku.Size)),
    };

    private static JsonObject Trait(string id, string name, CatalogTrait value) => new()
    {
        ["trait"] = new JsonObject { ["id"] = id, ["name"] = name },
        ["value"] = value.Name,
        ["external_id"] = value.Code,
        ["order_minimum"] = value.OrderMinimum,
        ["order_nbr"] = value.Place,
        ["status"] = value.IsActive ? "ACTIVE" : "INACTIVE",
        ["hexColor"] = null,
        ["swatch"] = null,
        ["images"] = new JsonArray(),
    };
}
