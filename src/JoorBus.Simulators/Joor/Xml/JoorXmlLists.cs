namespace JoorBus.Simulators.Joor;

/// <summary>List nodes and what their elements are called. Only styles_deleted and the nodes of requests are documented.</summary>
internal static class JoorXmlLists
{
    public static readonly IReadOnlyDictionary<string, string> Items = new Dictionary<string, string>
    {
        ["orders"] = "order",
        ["line_items"] = "line_item",
        ["order_doors"] = "order_door",
        ["order_divisions"] = "order_division",
        ["style_tags"] = "style_tag",
        ["inventory_items"] = "inventory_item",
        ["styles"] = "style",
        ["colors"] = "color",
        ["sizes"] = "size",
        ["prices"] = "price",
        ["deliveries"] = "delivery",
        ["color_exclusions"] = "color_exclusion",
        ["categories"] = "category",
        ["materials"] = "material",
        ["upcs"] = "upc",
        ["images"] = "image",
        ["connections"] = "connection",
        ["warehouses"] = "warehouse",
        ["billing_addresses"] = "billing_address",
        ["shipping_addresses"] = "shipping_address",
        ["price_types"] = "price_type",
        ["data"] = "data_item",
        ["errors"] = "error",
    };
}
