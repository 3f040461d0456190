using System.Text.Json.Nodes;
using JoorBus.Connections.Cataloguing;
using JoorBus.Inventory.Listing;
using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Setting;

namespace JoorBus.Http;

/// <summary>What a person may ask of pushing stock; what it costs is told first, or alone.</summary>
internal static class StockPushingApi
{
    private const int MostItems = 200;
    private const int UsualItems = 10;
    private const int MostRequests = 3;

    public static void MapStockPushing(this RouteGroupBuilder inventory)
    {
        inventory.MapGet("{connection}/cost", CostAsync);
        inventory.MapPost("{connection}/push", PushAsync);
        inventory.MapPost("{connection}/reconcile", ReconcileAsync);
        inventory.MapPost("{connection}/retry", RetryAsync);
        inventory.MapPost("{connection}/preview", PreviewAsync);
    }

    private static async Task CostAsync(HttpContext http, string connection, InventoryPushing pushing)
    {
        if (await http.ConnectionAsync(connection) is { } found)
            await WriteAsync(http, found, pushing);
    }

    private static async Task PushAsync(HttpContext http, string connection, InventoryPushing pushing, InventorySettingsStore store)
    {
        if (await http.ConnectionAsync(connection) is not { } found || await http.ObjectAsync() is not { } body || !await IsOnAsync(http, found, store))
            return;
        await pushing.RequestFullAsync(found.Key, body.Flag("release"), http.RequestAborted);
        await WriteAsync(http, found, pushing);
    }

    private static async Task ReconcileAsync(HttpContext http, string connection, InventoryPushing pushing, InventorySettingsStore store)
    {
        if (await http.ConnectionAsync(connection) is not { } found || await http.ObjectAsync() is null || !await IsOnAsync(http, found, store))
            return;
        await pushing.ReconcileAsync(found.Key, http.RequestAborted);
        await WriteAsync(http, found, pushing);
    }

    private static async Task RetryAsync(HttpContext http, string connection, InventoryPushing pushing, InventoryItemView view)
    {
        if (await http.ConnectionAsync(connection) is not { } found || await http.ObjectAsync() is not { } body)
            return;
        var again = 0;
        if (body.Text("item") is { } id)
        {
            if (await view.OfAsync(found.Name, id, http.RequestAborted) is not { } item)
            {
                await http.RefuseAsync(StatusCodes.Status404NotFound, $"The warehouse has told nothing of an item with '{id}' as SKU, UPC, style number or style identifier");
                return;
            }

            foreach (var joorItem in item.Slots.Where(slot => slot.State == InventoryStates.Refused).Select(slot => slot.JoorItem!).Distinct())
                again += await pushing.RetryRefusedAsync(found.Key, joorItem, http.RequestAborted);
        }
        else
        {
            again = await pushing.RetryRefusedAsync(found.Key, null, http.RequestAborted);
        }

        await http.Response.WriteAsJsonAsync(new AgainDue(found.Name, again), ApiJson.Default.AgainDue, cancellationToken: http.RequestAborted);
    }

    private static async Task PreviewAsync(HttpContext http, string connection, StockPreviewing previewing, InventorySettingsStore store, InventoryItemView view, TimeProvider clock)
    {
        if (await http.ConnectionAsync(connection) is not { } found || await http.ObjectAsync() is not { } body)
            return;
        var settings = await store.LoadAsync(found.Key, http.RequestAborted);
        if (body["settings"] is JsonObject given)
        {
            var (read, fault) = SettingsJson.Read(given, settings);
            IReadOnlyList<string> faults = read is null ? [fault!] : InventorySettingsRules.Faults(read, settings, found.Name, found.Name, null);
            if (faults.Count > 0)
            {
                await http.RefuseAsync(StatusCodes.Status400BadRequest, SettingsChange.Sentences(faults));
                return;
            }

            settings = read!;
        }

        var count = body["limit"] is JsonValue value && value.TryGetValue<int>(out var wanted) ? Math.Clamp(wanted, 1, MostItems) : UsualItems;
        var preview = body.Text("item") is { } id
            ? await previewing.OfAsync(settings, [.. (await view.OfAsync(found.Name, id, http.RequestAborted))?.Items.Select(item => item.Item) ?? []], http.RequestAborted)
            : await previewing.PageAsync(settings, body.Text("after") ?? "", count, http.RequestAborted);
        var requests = body.Flag("requests") ? await previewing.RequestsAsync(settings, MostRequests, clock.GetUtcNow(), http.RequestAborted) : [];
        await http.Response.WriteAsJsonAsync(StockPreviewView.Of(found.Name, preview, requests), ApiJson.Default.StockPreviewView, cancellationToken: http.RequestAborted);
    }

    private static async Task<bool> IsOnAsync(HttpContext http, CataloguedConnection connection, InventorySettingsStore store)
    {
        if ((await store.LoadAsync(connection.Key, http.RequestAborted)).IsOn)
            return true;
        await http.RefuseAsync(StatusCodes.Status409Conflict, $"Stock of '{connection.Name}' is switched off; switch it on with: joorbus inventory settings '{connection.Name}' --on");
        return false;
    }

    private static async Task WriteAsync(HttpContext http, CataloguedConnection connection, InventoryPushing pushing)
    {
        var cost = await pushing.CostAsync(connection.Key, http.RequestAborted);
        await http.Response.WriteAsJsonAsync(
            new CostView(connection.Name, cost.Entries, cost.Requests, cost.Credits, cost.Takes), ApiJson.Default.CostView, cancellationToken: http.RequestAborted);
    }
}
