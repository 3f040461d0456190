using JoorBus.Connections.Listing;
using JoorBus.Connections.Managing;

namespace JoorBus.Http;

/// <summary>The one door to stored connections, for people, programs and the command line.</summary>
internal static class ConnectionsApi
{
    private const string PlainHttp = "Secrets are not taken over plain http from another machine; use https, or run the command on the machine that JoorBus runs on";

    public static void MapConnections(this WebApplication app)
    {
        var connections = app.MapGroup("/api/connections");
        connections.MapGet("", async (HttpContext http, ConnectionListing listing, ConnectionFigures figures) =>
            await http.Response.WriteAsJsonAsync(
                await figures.AddAsync(await listing.ListAsync(http.RequestAborted), http.RequestAborted), ApiJson.Default.IReadOnlyListConnectionView, cancellationToken: http.RequestAborted));
        connections.MapGet("{name}", ShowAsync);
        connections.MapPost("", AddAsync);
        connections.MapPatch("{name}", SetAsync);
        connections.MapPost("{name}/test", (HttpContext http, string name, ConnectionTrying trying) => EmptyAsync(http, () => trying.TryAsync(name, http.RequestAborted)));
        connections.MapPost("{name}/enable", (HttpContext http, string name, ConnectionSwitching switching) => EmptyAsync(http, () => switching.SwitchAsync(name, true, http.RequestAborted)));
        connections.MapPost("{name}/disable", (HttpContext http, string name, ConnectionSwitching switching) => EmptyAsync(http, () => switching.SwitchAsync(name, false, http.RequestAborted)));
        connections.MapDelete("{name}", async (HttpContext http, string name, ConnectionRemoving removing) =>
            await ConnectionAnswers.WriteAsync(http, await removing.RemoveAsync(name, EvenWith(http), http.RequestAborted)));
        connections.MapPost("rotate-key", RotateAsync);
    }

    private static async Task ShowAsync(HttpContext http, string name, ConnectionListing listing, ConnectionFigures figures)
    {
        if (await listing.ShowAsync(name, http.RequestAborted) is not { } view)
        {
            await http.RefuseAsync(StatusCodes.Status404NotFound, $"No connection is named '{name}'; see them with: joorbus connections list");
            return;
        }

        var shown = await figures.AddAsync([view], http.RequestAborted);
        await http.Response.WriteAsJsonAsync(shown[0], ApiJson.Default.ConnectionView, cancellationToken: http.RequestAborted);
    }

    private static async Task AddAsync(HttpContext http, ConnectionAdding adding)
    {
        if (await ReadAsync(http) is { } change)
            await ConnectionAnswers.WriteAsync(http, await adding.AddAsync(change, IsUntested(http), http.RequestAborted), StatusCodes.Status201Created);
    }

    private static async Task SetAsync(HttpContext http, string name, ConnectionSetting setting)
    {
        if (await ReadAsync(http) is { } change)
            await ConnectionAnswers.WriteAsync(http, await setting.SetAsync(name, change, IsUntested(http), http.RequestAborted));
    }

    private static async Task RotateAsync(HttpContext http, KeyRotation rotation)
    {
        if (await JsonBody.ReadAsync(http) is null)
            return;
        if (await rotation.RotateAsync(http.RequestAborted) is { } report)
            await http.Response.WriteAsJsonAsync(report, ApiJson.Default.KeyRotationReport, cancellationToken: http.RequestAborted);
        else
            await http.RefuseAsync(StatusCodes.Status409Conflict, "This host has no master key, so there is nothing to rotate to; set JOORBUS__MASTERKEYFILE");
    }

    // A body is asked for although nothing is read from it: the content type is what another site's page cannot send.
    private static async Task EmptyAsync(HttpContext http, Func<Task<ConnectionOutcome>> run)
    {
        if (await JsonBody.ReadAsync(http) is not null)
            await ConnectionAnswers.WriteAsync(http, await run());
    }

    private static async Task<ConnectionChange?> ReadAsync(HttpContext http)
    {
        if (await JsonBody.ReadAsync(http) is not { } body)
            return null;
        var (change, faults) = ConnectionChangeReader.Read(body);
        if (change is { Secrets.Count: > 0 } && !JsonBody.IsPrivate(http))
            await http.RefuseAsync(StatusCodes.Status403Forbidden, PlainHttp);
        else if (faults.Count > 0)
            await ConnectionAnswers.WriteAsync(http, new ConnectionOutcome.Wrong(faults));
        else
            return change;
        return null;
    }

    private static bool IsUntested(HttpContext http) => http.Request.Query["untested"] == "true";

    private static string[] EvenWith(HttpContext http) =>
        http.Request.Query["evenWith"].ToString().Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
