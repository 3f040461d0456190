namespace JoorBus.Simulators.Joor;

/// <summary>What v4 answers, by path.</summary>
internal static class V4Routes
{
    public static JoorRouteTable Table { get; } = new(JoorApi.V4,
    [
        new("GET", "orders", V4Orders.Read),
        new("POST", "orders/bulk_create", V4Bulk.Each(V4OrderWriting.Create)),
        new("POST", "orders/bulk_update", V4Bulk.Each(V4OrderWriting.Update)),
        new("GET", "orders/sku_line_items", V4LineItems.Read),
        new("POST", "orders/sku_line_items/bulk_create", V4Bulk.Each(V4LineItemWriting.Create)),
        new("POST", "orders/sku_line_items/bulk_update", V4Bulk.Each(V4LineItemWriting.Update)),
        new("GET", "products", V4Products.Read),
        new("POST", "products/bulk_create", V4Bulk.Each(V4Products.Create)),
        new("POST", "products/bulk_update", V4Bulk.Each(V4Products.Update)),
        new("GET", "skus", V4Skus.Read),
        new("POST", "skus/bulk_create", V4Bulk.All(V4SkuCreating.Prepare)),
        new("POST", "skus/bulk_update", V4Bulk.Each(V4Skus.Update)),
        new("POST", "skus/bulk_update_by_external_id", V4Bulk.Each(V4Skus.UpdateByExternalId)),
        new("GET", "prices", V4Prices.Read),
        new("POST", "prices/bulk_create", V4Bulk.Each(V4Prices.Create)),
        new("POST", "prices/bulk_update", V4Bulk.Each(V4Prices.Update)),
        new("GET", "price_types", V4Prices.ReadTypes),
        new("GET", "categories", Categories.ReadV4),
        new("GET", "traits", V4Traits.Read),
        new("GET", "seasons", V4Seasons.Read),
        new("POST", "seasons/bulk_create", V4Bulk.Each(V4Seasons.Create)),
        new("POST", "seasons/bulk_update", V4Bulk.Each(V4Seasons.Update)),
        new("GET", "collections", V4Collections.Read),
        new("POST", "collections/bulk_create", V4Bulk.Each(V4Collections.Create)),
        new("POST", "collections/bulk_update", V4Bulk.Each(V4Collections.Update)),
        new("POST", "assets/products", V4Assets.AddToProducts),
        new("POST", "assets/sku_trait_values", V4Bulk.Each(V4Assets.AddToColor)),
    ]);
}
