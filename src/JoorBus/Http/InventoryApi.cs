using JoorBus.Inventory.Listing;

namespace JoorBus.Http;

/// <summary>Stock: where each item stands, and what a person may ask for.</summary>
internal static class InventoryApi
{
    public static void MapInventory(this WebApplication app)
    {
        var inventory = app.MapGroup("/api/inventory");
        inventory.MapGet("", ListAsync);
        inventory.MapGet("summary", SummaryAsync);
        inventory.MapGet("{connection}/progress", ProgressAsync);
        inventory.MapGet("{connection}/items/{*id}", ShowAsync);
        inventory.MapInventorySettings();
        inventory.MapSnapshots();
        inventory.MapStockPushing();
    }

    private static async Task ListAsync(HttpContext http, InventoryListing listing)
    {
        if (await http.PageAsync(InventoryStates.All, InventoryListing.IsCursor) is not { } page)
            return;
        var query = new InventoryQuery
        {
            Connection = page.Connection, State = page.State, Search = page.Search, Warehouse = http.Text("warehouse"), Limit = page.Limit, After = page.After,
        };
        await http.Response.WriteAsJsonAsync(await listing.ListAsync(query, http.RequestAborted), ApiJson.Default.InventoryPage, cancellationToken: http.RequestAborted);
    }

    private static async Task SummaryAsync(HttpContext http, InventorySummary summary, ConnectionFigures credits)
    {
        var name = http.Text("connection");
        if (name is not null && await http.ConnectionAsync(name) is null)
            return;
        var figures = await summary.OfAsync(name, http.RequestAborted);
        var left = await credits.CreditsLeftAsync(figures.Select(one => one.Connection), http.RequestAborted);
        await http.Response.WriteAsJsonAsync(
            [.. figures.Select(one => one with { CreditsLeft = left.TryGetValue(one.Connection, out var credit) ? credit : null })], ApiJson.Default.ListStockFigures, cancellationToken: http.RequestAborted);
    }

    private static async Task ProgressAsync(HttpContext http, string connection, InventorySummary summary)
    {
        if (await http.ConnectionAsync(connection) is not null)
            await http.Response.WriteAsJsonAsync(await summary.ProgressAsync(connection, http.RequestAborted), ApiJson.Default.StockProgress, cancellationToken: http.RequestAborted);
    }

    private static async Task ShowAsync(HttpContext http, string connection, string id, InventoryItemView view)
    {
        if (await http.ConnectionAsync(connection) is null)
            return;
        if (await view.OfAsync(connection, Asked.Id(id), http.RequestAborted) is { } item)
            await http.Response.WriteAsJsonAsync(item, ApiJson.Default.InventoryItem, cancellationToken: http.RequestAborted);
        else
            await http.RefuseAsync(StatusCodes.Status404NotFound, $"The warehouse has told nothing of an item with '{Asked.Id(id)}' as SKU, UPC, style number or style identifier");
    }
}
