using JoorBus.Orders.Listing;

namespace JoorBus.Http;

internal static class OrdersApi
{
    public const int MostRows = 1000;
    public const int UsualRows = 50;

    public static void MapOrders(this WebApplication app)
    {
        app.MapGet("/api/orders", ListAsync);
        app.MapGet("/api/orders/{id}", ShowAsync);
    }

    private static async Task ListAsync(HttpContext http, OrderListing orders)
    {
        var query = http.Request.Query;
        var limit = UsualRows;
        if (Text(query["limit"]) is { } wanted && (!int.TryParse(wanted, out limit) || limit is < 1 or > MostRows))
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, $"limit is '{wanted}'; allowed is 1 to {MostRows}");
            return;
        }

        if (Text(query["state"]) is { } state && !OrderStates.All.Contains(state, StringComparer.OrdinalIgnoreCase))
        {
            await RefuseAsync(http, StatusCodes.Status400BadRequest, $"state is '{state}'; allowed is {string.Join(", ", OrderStates.All)}");
            return;
        }

        var rows = await orders.ListAsync(
            new OrderQuery(Text(query["connection"]), Text(query["state"]), Text(query["search"]), query["silent"] == "true", limit), http.RequestAborted);
        await http.Response.WriteAsJsonAsync(rows, ApiJson.Default.IReadOnlyListOrderRow, cancellationToken: http.RequestAborted);
    }

    private static async Task ShowAsync(HttpContext http, string id, OrderListing orders, OrderLookup lookup, OrderTimeline timeline)
    {
        var found = await lookup.FindAsync(id, Text(http.Request.Query["connection"]), http.RequestAborted);
        if (found.Count == 0)
        {
            await RefuseAsync(
                http, StatusCodes.Status404NotFound, $"No order has '{id}' as its JOOR id, purchase order, WMS id or order id; look for it with: joorbus orders list --search '{id}'");
            return;
        }

        if (found.Count > 1)
        {
            await RefuseAsync(
                http, StatusCodes.Status409Conflict, $"Several orders have '{id}'; name the connection, or use the order id that this shows: joorbus orders list --json --search '{id}'");
            return;
        }

        var rows = await orders.ListAsync(new OrderQuery(Text: found[0].ToString(), Limit: 1), http.RequestAborted);
        var detail = new OrderDetail(
            rows[0], await lookup.FactsAsync(found[0], http.RequestAborted), await timeline.ReadAsync(found[0], http.RequestAborted));
        await http.Response.WriteAsJsonAsync(detail, ApiJson.Default.OrderDetail, cancellationToken: http.RequestAborted);
    }

    private static Task RefuseAsync(HttpContext http, int status, string message)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsJsonAsync(new Problem(message), ApiJson.Default.Problem, cancellationToken: http.RequestAborted);
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
