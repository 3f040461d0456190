using System.Text.Json.Serialization;

namespace JoorBus.Benchmarks.Gateway;

public sealed record BareStock([property: JsonPropertyName("inventory_items")] IReadOnlyList<BareStockItem> Items);

public sealed record BareStockItem(
    [property: JsonPropertyName("warehouse")] string Warehouse,
    [property: JsonPropertyName("inventory_date")] string Date,
    [property: JsonPropertyName("upc")] string Upc,
    [property: JsonPropertyName("inventory")] int Inventory);

public sealed record BareStockAnswer([property: JsonPropertyName("bulk_inventory")] BareStockResult BulkInventory);

public sealed record BareStockResult(
    [property: JsonPropertyName("response")] BareResponse Response,
    [property: JsonPropertyName("sku_count")] int SkuCount,
    [property: JsonPropertyName("inventory_log")] IReadOnlyList<BareStockLog> Log);

public sealed record BareStockLog(
    [property: JsonPropertyName("sku")] string Sku,
    [property: JsonPropertyName("inventory_log_id")] Guid LogId,
    [property: JsonPropertyName("status")] string Status);
