using JoorBus.Products.Listing;

namespace JoorBus.Http;

/// <summary>Products: where each style stands, and what a person may ask for.</summary>
internal static class ProductsApi
{
    public static void MapProducts(this WebApplication app)
    {
        var products = app.MapGroup("/api/products");
        products.MapGet("", ListAsync);
        products.MapGet("summary", SummaryAsync);
        products.MapGet("{connection}/styles/{*id}", ShowAsync);
        products.MapProductSettings();
        products.MapProductPushing();
    }

    private static async Task ListAsync(HttpContext http, ProductListing listing)
    {
        if (await http.PageAsync(ProductStates.All, ProductListing.IsCursor) is not { } page)
            return;
        var query = new ProductQuery { Connection = page.Connection, State = page.State, Search = page.Search, Limit = page.Limit, After = page.After };
        await http.Response.WriteAsJsonAsync(await listing.ListAsync(query, http.RequestAborted), ApiJson.Default.ProductPage, cancellationToken: http.RequestAborted);
    }

    private static async Task SummaryAsync(HttpContext http, ProductSummary summary, ConnectionFigures credits)
    {
        var name = http.Text("connection");
        if (name is not null && await http.ConnectionAsync(name) is null)
            return;
        var figures = await summary.OfAsync(name, http.RequestAborted);
        var left = await credits.CreditsLeftAsync(figures.Select(one => one.Connection), http.RequestAborted);
        await http.Response.WriteAsJsonAsync(
            [.. figures.Select(one => one with { CreditsLeft = left.TryGetValue(one.Connection, out var credit) ? credit : null })], ApiJson.Default.ListProductFigures, cancellationToken: http.RequestAborted);
    }

    private static async Task ShowAsync(HttpContext http, string connection, string id, ProductListing listing)
    {
        if (await http.ConnectionAsync(connection) is null)
            return;
        if (await listing.ShowAsync(connection, Asked.Id(id), http.RequestAborted) is { } product)
            await http.Response.WriteAsJsonAsync(product, ApiJson.Default.ProductDetail, cancellationToken: http.RequestAborted);
        else
            await http.RefuseAsync(StatusCodes.Status404NotFound, $"Nothing was received about a style '{Asked.Id(id)}', or several have that style number; look for it with: joorbus products list --search '{Asked.Id(id)}'");
    }
}
