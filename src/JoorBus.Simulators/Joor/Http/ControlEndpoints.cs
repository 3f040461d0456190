using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace JoorBus.Simulators.Joor;

/// <summary>What a user can do in code, over HTTP, for a stand-in that runs in a process of its own. Loopback only, unless it is to be reached from elsewhere.</summary>
internal static class ControlEndpoints
{
    public static void MapControl(this IEndpointRouteBuilder app, JoorSimulator simulator, bool isOpen)
    {
        var control = app.MapGroup("/_simulator").AddEndpointFilter(async (context, next) =>
        {
            if (!isOpen && (context.HttpContext.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from)))
                return Results.NotFound();
            try
            {
                return await next(context);
            }
            catch (Exception fault) when (fault is KeyNotFoundException or InvalidOperationException or ArgumentException)
            {
                return Results.BadRequest(new { fault.Message });
            }
        });
        control.MapGet("/ledger", () => simulator.Ledger());
        control.MapGet("/accounts", () => simulator.Ledger().Accounts);
        control.MapGet("/health", () => "ok");
        control.MapGet("/requests", (long? after) => simulator.Ledger().Requests.Where(request => request.Number > (after ?? 0)));
        control.MapPost("/orders", (int? count, int? account) => simulator.OrdersOf(account ?? 0).AddApproved(count ?? 1));
        control.MapPost("/orders/raw", async (HttpRequest request, int? account, string? orderId) =>
        {
            using var body = new StreamReader(request.Body);
            var json = await body.ReadToEndAsync(request.HttpContext.RequestAborted);
            return new[] { simulator.OrdersOf(account ?? 0).AddRaw(json, orderId: orderId) };
        });
        control.MapPost("/orders/{id}/amend", (string id, int? account) => simulator.OrdersOf(account ?? 0).Amend(id));
        control.MapPost("/orders/{id}/cancel", (string id, int? account) => simulator.OrdersOf(account ?? 0).Cancel(id));
        control.MapPost("/orders/{id}/approve", (string id, int? account) => simulator.OrdersOf(account ?? 0).Approve(id));
        control.MapGet("/skus", (string account) => simulator.SkusOf(account));
        control.MapPost("/tokens/expire", simulator.ExpireAccessTokens);
        control.MapPost("/tokens/replace", (TokenChange change) => simulator.ReplaceToken(change.Old, change.New));
        control.MapPost("/tokens/revoke", (TokenChange change) => simulator.RevokeToken(change.Old));
        control.MapPost("/users/replace", (JoorSimulatorUser user) => simulator.ReplaceUser(user));
        control.MapPost("/faults", (JoorFault fault) => simulator.Faults.Add(fault));
        control.MapDelete("/faults", simulator.Faults.Clear);
    }

    /// <summary>In the body, since addresses end up in logs.</summary>
    private sealed record TokenChange(string Old, string New = "");
}
