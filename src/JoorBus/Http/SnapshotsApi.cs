using JoorBus.Inventory.Counting;
using JoorBus.Inventory.Listing;

namespace JoorBus.Http;

/// <summary>Full counts of the warehouse, and a person's word on those that wait for it.</summary>
internal static class SnapshotsApi
{
    public static void MapSnapshots(this RouteGroupBuilder inventory)
    {
        inventory.MapGet("snapshots", ListAsync);
        inventory.MapPost("snapshots/{id}/release", (HttpContext http, string id, Snapshots snapshots) => DecideAsync(http, id, snapshots.ReleaseAsync));
        inventory.MapPost("snapshots/{id}/discard", (HttpContext http, string id, Snapshots snapshots) => DecideAsync(http, id, snapshots.DiscardAsync));
    }

    private static async Task ListAsync(HttpContext http, Snapshots snapshots, StockedConnections connections)
    {
        var found = await snapshots.ListAsync(http.RequestAborted);
        if (http.Text("connection") is { } name)
        {
            if (await http.ConnectionAsync(name) is not { } connection)
                return;
            found = [.. found.Where(snapshot => snapshot.Connection.Length == 0 || snapshot.Connection == connection.Key)];
        }

        await http.Response.WriteAsJsonAsync([.. found.Select(snapshot => Named(snapshot, connections))], ApiJson.Default.ListSnapshot, cancellationToken: http.RequestAborted);
    }

    private static async Task DecideAsync(HttpContext http, string id, Func<string, string, CancellationToken, Task<SnapshotOutcome>> decide)
    {
        if (await http.ObjectAsync() is not { } body)
            return;
        switch (await decide(Asked.Id(id), body.Text("by") ?? "api", http.RequestAborted))
        {
            case SnapshotOutcome.Done(var snapshot):
                await http.Response.WriteAsJsonAsync(Named(snapshot, http.RequestServices.GetRequiredService<StockedConnections>()), ApiJson.Default.Snapshot, cancellationToken: http.RequestAborted);
                break;
            case SnapshotOutcome.NotAllowed(var snapshot):
                await http.RefuseAsync(StatusCodes.Status409Conflict, $"Count '{snapshot.Id}' is {snapshot.State}; a person decides only on those that are Held, and may discard one that is still coming");
                break;
            default:
                await http.RefuseAsync(StatusCodes.Status404NotFound, $"No count has the id '{Asked.Id(id)}'; see them with: joorbus inventory snapshots");
                break;
        }
    }

    private static Snapshot Named(Snapshot snapshot, StockedConnections connections) =>
        snapshot with { Connection = snapshot.Connection.Length == 0 ? "" : connections.NameOf(snapshot.Connection) };
}
