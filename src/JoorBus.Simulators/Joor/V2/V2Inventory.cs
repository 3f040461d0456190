using System.Text.Json.Nodes;

namespace JoorBus.Simulators.Joor;

/// <summary>Stock, many items at once or one. The answer to many is not documented: it follows that to one.</summary>
internal static class V2Inventory
{
    private static readonly Guid EntryScope = new("a7b6f3f8-51d5-5c2e-8b8e-3d9d02f6c1aa");

    public static JoorAnswer Bulk(JoorCall call)
    {
        IReadOnlyList<StockWrite> writes = [.. call.Tree.Items("inventory_items", "inventory_item").Select(StockWrite.Of)];
        if (writes.Count == 0)
            return call.RefuseContent("inventory_items with at least one inventory_item is required");
        if (call.Query("overwrite") == "1")
            call.Account.Inventory.Clear(writes);
        return Answer(call, "bulk_inventory", writes);
    }

    public static JoorAnswer One(JoorCall call)
    {
        if (V2Styles.Find(call) is not { IsDeleted: false } style)
            return V2Styles.NotFound(call);
        var write = StockWrite.Of(new JsonObject(call.Http.Query.Select(part => KeyValuePair.Create(part.Key, (JsonNode?)JsonValue.Create(part.Value.ToString())))));
        return Answer(call, "inventory", [write with { StyleId = style.Id, StyleNumber = style.Number, StyleIdentifier = style.Identifier }]);
    }

    private static JoorAnswer Answer(JoorCall call, string root, IReadOnlyList<StockWrite> writes)
    {
        var deducted = call.Query("dec_pending") == "1" ? call.Account.Inventory.Pending() : null;
        var (log, failed) = (new JsonArray(), 0);
        foreach (var (index, write) in writes.Index())
        {
            var fault = call.IsHit() ? "refused on command" : call.Account.Inventory.Write(write, deducted, call.Request.Number, call.Now);
            failed += fault is null ? 0 : 1;
            log.Add((JsonNode)new JsonObject
            {
                ["sku"] = write.Name,
                ["inventory_log_id"] = Seeded.Id(EntryScope, $"{call.LogId}/{index}").ToString(),
                ["status"] = fault is null ? "pass" : $"fail: {fault}",
            });
        }
        var answer = call.Answer(root, new JsonObject { ["sku_count"] = writes.Count, ["inventory_log"] = log });
        return answer with { ItemsAccepted = writes.Count - failed, ItemsRefused = failed };
    }
}
