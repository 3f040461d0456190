using JoorBus.Connections.Cataloguing;
using JoorBus.Products.Setting;

namespace JoorBus.Http;

/// <summary>Settings of products: read, and replaced by whoever read the newest.</summary>
internal static class ProductSettingsApi
{
    public static void MapProductSettings(this RouteGroupBuilder products)
    {
        products.MapGet("{connection}/settings", ShowAsync);
        products.MapPut("{connection}/settings", SetAsync);
    }

    private static async Task ShowAsync(HttpContext http, string connection, ProductSettingsStore store)
    {
        if (await http.ConnectionAsync(connection) is { } found)
            await WriteAsync(http, found, await store.LoadAsync(found.Key, http.RequestAborted));
    }

    private static async Task SetAsync(HttpContext http, string connection, ProductSettingsStore store)
    {
        if (await http.ConnectionAsync(connection) is not { } found || await http.ObjectAsync() is not { } body)
            return;
        var before = await store.LoadAsync(found.Key, http.RequestAborted);
        if (await SettingsChange.ReadAsync(http, body, before, before.Version) is not { } settings)
            return;
        switch (await store.SaveAsync(settings, http.RequestAborted))
        {
            case ProductSettingsOutcome.Saved(var saved):
                await WriteAsync(http, found, saved);
                break;
            case ProductSettingsOutcome.Refused(var faults):
                await http.RefuseAsync(StatusCodes.Status400BadRequest, SettingsChange.Sentences(faults));
                break;
            default:
                await SettingsChange.ConflictAsync(http);
                break;
        }
    }

    private static Task WriteAsync(HttpContext http, CataloguedConnection connection, ProductSettings settings) =>
        http.Response.WriteAsJsonAsync(new SettingsView(connection.Name, settings.Version, SettingsJson.Show(settings)), ApiJson.Default.SettingsView, cancellationToken: http.RequestAborted);
}
