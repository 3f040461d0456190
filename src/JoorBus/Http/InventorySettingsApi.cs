using System.Text.Json.Nodes;
using JoorBus.Connections.Cataloguing;
using JoorBus.Inventory.Setting;

namespace JoorBus.Http;

/// <summary>Settings of stock: read, and replaced by whoever read the newest.</summary>
internal static class InventorySettingsApi
{
    public static void MapInventorySettings(this RouteGroupBuilder inventory)
    {
        inventory.MapGet("{connection}/settings", ShowAsync);
        inventory.MapPut("{connection}/settings", SetAsync);
        inventory.MapGet("{connection}/warehouses", WarehousesAsync);
    }

    private static async Task ShowAsync(HttpContext http, string connection, InventorySettingsStore store)
    {
        if (await http.ConnectionAsync(connection) is { } found)
            await WriteAsync(http, found, await store.LoadAsync(found.Key, http.RequestAborted));
    }

    private static async Task WarehousesAsync(HttpContext http, string connection, KnownWarehouses known)
    {
        if (await http.ConnectionAsync(connection) is { } found)
            await http.Response.WriteAsJsonAsync(await known.OfAsync(found.Key, http.RequestAborted), ApiJson.Default.IReadOnlyListString, cancellationToken: http.RequestAborted);
    }

    private static async Task SetAsync(HttpContext http, string connection, InventorySettingsStore store, KnownWarehouses known)
    {
        if (await http.ConnectionAsync(connection) is not { } found || await http.ObjectAsync() is not { } body)
            return;
        var before = await store.LoadAsync(found.Key, http.RequestAborted);
        if (await SettingsChange.ReadAsync(http, body, before, before.Version) is not { } settings)
            return;
        var faults = InventorySettingsRules.Faults(
            settings, before.Version == 0 ? null : before, found.Name, body.Text("overwriteConfirmation"), await NamesAsync(http, body, settings, before, known));
        if (faults.Count > 0)
        {
            await http.RefuseAsync(StatusCodes.Status400BadRequest, SettingsChange.Sentences(faults));
            return;
        }

        if (await store.SaveAsync(settings, before.Version, http.RequestAborted) is SettingsOutcome.Saved(var saved))
            await WriteAsync(http, found, saved);
        else
            await SettingsChange.ConflictAsync(http);
    }

    // What is in the map already was let in before; JOOR is asked about new names only.
    private static async Task<IReadOnlyCollection<string>?> NamesAsync(HttpContext http, JsonObject body, InventorySettings settings, InventorySettings before, KnownWarehouses known)
    {
        var mapped = before.Warehouses.Select(mapping => mapping.Joor).ToHashSet(StringComparer.Ordinal);
        return body.Flag("evenIfUnknown") || settings.Warehouses.All(mapping => mapped.Contains(mapping.Joor))
            ? null
            : [.. (await known.OfAsync(settings.Connection, http.RequestAborted)).Union(mapped, StringComparer.Ordinal)];
    }

    private static Task WriteAsync(HttpContext http, CataloguedConnection connection, InventorySettings settings) =>
        http.Response.WriteAsJsonAsync(new SettingsView(connection.Name, settings.Version, SettingsJson.Show(settings)), ApiJson.Default.SettingsView, cancellationToken: http.RequestAborted);
}
