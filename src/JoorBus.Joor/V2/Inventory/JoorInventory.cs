using System.Globalization;
using System.Text.Json;

namespace JoorBus.Joor;

/// <summary>Stock through v2, which v4 connections use too: v4 documents none of its own.</summary>
public sealed class JoorInventory
{
    private const string Bulk = "/bulk-inventory";

    private readonly JoorRequestDoor _door;

    internal JoorInventory(JoorRequestDoor door) => _door = door;

    /// <summary>Sets many items by one request. JOOR documents no largest number of items.</summary>
    public Task<JoorAnswer<JoorStockResult>> SetAsync(IReadOnlyList<JoorStock> items, JoorStockOptions options, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfZero(items.Count);
        var query = new JoorQueryText().Add("overwrite", options.Overwrite).Add("dec_pending", options.DecPending).ToString();
        var request = new JoorRequest(HttpMethod.Post, Bulk, query, JoorRequestKind.RepeatableWrite, options.Priority) { Body = JoorStockBody.Of(items, options) };
        return JoorStockBody.Check(items).OrSend(_door, request, JoorV2Answers.Told((root, _) => Match(items, root)), cancellationToken);
    }

    /// <summary>Sets one item by its style's address, which needs number and identifier, with UPC or colour code and size; Overwrite does not apply.</summary>
    public Task<JoorAnswer<JoorStockAnswer>> SetOneAsync(JoorStock item, JoorStockOptions options, CancellationToken cancellationToken)
    {
        var byUpc = !string.IsNullOrWhiteSpace(item.Upc);
        var query = new JoorQueryText()
            .Add("color_code", byUpc ? null : item.ColorCode).Add("size", byUpc ? null : item.Size).Add("upc", byUpc ? item.Upc : null)
            .Add("inventory", item.Quantity).Add("inventory_date", JoorStockBody.Date(item, options)).Add("warehouse", item.Warehouse)
            .Add("dec_pending", options.DecPending);
        var request = new JoorRequest(HttpMethod.Put, $"{JoorStylePaths.Of(item.StyleNumber, item.StyleIdentifier)}/inventory/", query.ToString(), JoorRequestKind.RepeatableWrite, options.Priority)
        {
            Endpoint = $"{JoorStylePaths.ByNumber}/inventory/",
        };
        var checks = JoorStylePaths.Check(item.StyleNumber, item.StyleIdentifier).Required("color_code", byUpc || item.ColorCode is { Length: > 0 }).Required("size", byUpc || item.Size is { Length: > 0 });
        return checks.OrSend(_door, request, JoorV2Answers.Told((root, _) => Match([item], root).Items[0]), cancellationToken);
    }

    private static JoorStockResult Match(IReadOnlyList<JoorStock> sent, JsonElement root) => JoorStockMatching.Match(sent, [.. Entries(root)], Count(root));

    private static IEnumerable<JoorStockEntry> Entries(JsonElement root)
    {
        foreach (var entry in JoorV2Answers.Elements(root, "inventory_log"))
        {
            var fields = new JoorFields(entry, "inventory_log", new JoorFaults());
            yield return new JoorStockEntry(fields.Text("sku"), fields.Text("inventory_log_id"), fields.Text("status"));
        }
    }

    private static int? Count(JsonElement root) =>
        JoorV2Answers.Find(root, "sku_count") is { } count && int.TryParse(count.ToString(), CultureInfo.InvariantCulture, out var number) ? number : null;
}
