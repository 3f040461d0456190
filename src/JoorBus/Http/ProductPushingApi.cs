using JoorBus.Connections.Cataloguing;
using JoorBus.Products.Pushing;
using JoorBus.Products.Setting;

namespace JoorBus.Http;

/// <summary>What a person may ask of pushing products; what it costs is told first, or alone.</summary>
internal static class ProductPushingApi
{
    public static void MapProductPushing(this RouteGroupBuilder products)
    {
        products.MapGet("{connection}/cost", CostAsync);
        products.MapGet("{connection}/preview/{*style}", PreviewAsync);
        products.MapPost("{connection}/push", PushAsync);
        products.MapPost("{connection}/reconcile", ReconcileAsync);
        products.MapPost("{connection}/retry", RetryAsync);
        products.MapPost("{connection}/release", ReleaseAsync);
    }

    private static async Task CostAsync(HttpContext http, string connection, ProductCosting costing)
    {
        if (await http.ConnectionAsync(connection) is not { } found)
            return;
        var cost = await costing.CostAsync(found.Key, http.Flag("whole"), http.RequestAborted);
        await http.Response.WriteAsJsonAsync(
            new CostView(found.Name, cost.Styles, cost.Requests, cost.Credits, cost.Time), ApiJson.Default.CostView, cancellationToken: http.RequestAborted);
    }

    private static async Task PreviewAsync(HttpContext http, string connection, string style, ProductPreview preview)
    {
        if (await http.ConnectionAsync(connection) is not { } found)
            return;
        if (await preview.OfAsync(found.Key, Asked.Id(style), http.RequestAborted) is { } previewed)
            await http.Response.WriteAsJsonAsync(previewed, ApiJson.Default.PreviewedProduct, cancellationToken: http.RequestAborted);
        else
            await http.RefuseAsync(StatusCodes.Status409Conflict, $"Connection '{found.Name}' is not in use; see why with: joorbus connections show '{found.Name}'");
    }

    private static async Task PushAsync(HttpContext http, string connection, ProductPushing pushing, ProductSettingsStore store)
    {
        if (await http.ConnectionAsync(connection) is not { } found || await http.ObjectAsync() is not { } body || !await IsOnAsync(http, found, store))
            return;
        var style = body.Text("style");
        await WriteAsync(http, found, await pushing.RequestAsync(found.Key, style, http.RequestAborted), style is null ? null : $"Nothing is known of a style '{style}' for '{found.Name}'");
    }

    private static async Task ReconcileAsync(HttpContext http, string connection, ProductPushing pushing, ProductSettingsStore store)
    {
        if (await http.ConnectionAsync(connection) is { } found && await http.ObjectAsync() is not null && await IsOnAsync(http, found, store))
            await WriteAsync(http, found, await pushing.ReconcileAsync(found.Key, http.RequestAborted), null);
    }

    private static async Task RetryAsync(HttpContext http, string connection, ProductPushing pushing)
    {
        if (await http.ConnectionAsync(connection) is { } found && await http.ObjectAsync() is { } body)
            await WriteAsync(http, found, await pushing.RetryRefusedAsync(found.Key, body.Text("style"), http.RequestAborted), null);
    }

    private static async Task ReleaseAsync(HttpContext http, string connection, ProductPushing pushing)
    {
        if (await http.ConnectionAsync(connection) is not { } found || await http.ObjectAsync() is not { } body)
            return;
        if (body.Text("style") is { } style)
            await WriteAsync(http, found, await pushing.ReleaseAsync(found.Key, style, body.Text("by") ?? "api", http.RequestAborted), $"Nothing of a style '{style}' waits for a person; see what does with: joorbus products list --state held");
        else
            await http.RefuseAsync(StatusCodes.Status400BadRequest, "Send { \"style\": \"…\" }: the identifier of the style whose removals may go to JOOR");
    }

    private static async Task<bool> IsOnAsync(HttpContext http, CataloguedConnection connection, ProductSettingsStore store)
    {
        if ((await store.LoadAsync(connection.Key, http.RequestAborted)).IsOn)
            return true;
        await http.RefuseAsync(StatusCodes.Status409Conflict, $"Products of '{connection.Name}' are switched off; switch them on with: joorbus products settings '{connection.Name}' --on");
        return false;
    }

    private static Task WriteAsync(HttpContext http, CataloguedConnection connection, int again, string? whenNone) => again == 0 && whenNone is not null
        ? http.RefuseAsync(StatusCodes.Status404NotFound, whenNone)
        : http.Response.WriteAsJsonAsync(new AgainDue(connection.Name, again), ApiJson.Default.AgainDue, cancellationToken: http.RequestAborted);
}
