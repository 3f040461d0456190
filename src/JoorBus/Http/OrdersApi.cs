using JoorBus.Orders.Listing;

namespace JoorBus.Http;

internal static class OrdersApi
{
    private const int MostRows = 1000;

    public static void MapOrders(this WebApplication app)
    {
        app.MapGet("/api/orders", async (HttpContext http, OrderListing orders) =>
        {
            var query = http.Request.Query;
            var limit = int.TryParse(query["limit"], out var wanted) ? Math.Clamp(wanted, 1, MostRows) : 50;
            var rows = await orders.ListAsync(
                new OrderQuery(Text(query["connection"]), Text(query["state"]), Text(query["search"]), query["silent"] == "true", limit), http.RequestAborted);
            await http.Response.WriteAsJsonAsync(rows, ApiJson.Default.IReadOnlyListOrderRow, cancellationToken: http.RequestAborted);
        });
        app.MapGet("/api/orders/{id}", async (HttpContext http, string id, OrderListing orders, OrderTimeline timeline) =>
        {
            var found = await orders.ListAsync(new OrderQuery(Connection: Text(http.Request.Query["connection"]), Text: id, Limit: 2), http.RequestAborted);
            if (found.Count != 1)
            {
                http.Response.StatusCode = found.Count == 0 ? StatusCodes.Status404NotFound : StatusCodes.Status409Conflict;
                var message = found.Count == 0
                    ? $"No order has '{id}' as its JOOR id, purchase order, WMS id or order id; list them with: joorbus orders list"
                    : $"Several orders match '{id}'; name the connection, or use the order id of: joorbus orders list --search {id}";
                await http.Response.WriteAsJsonAsync(new Problem(message), ApiJson.Default.Problem, cancellationToken: http.RequestAborted);
                return;
            }

            var steps = await timeline.ReadAsync(found[0].OrderId, http.RequestAborted);
            await http.Response.WriteAsJsonAsync(new OrderDetail(found[0], steps), ApiJson.Default.OrderDetail, cancellationToken: http.RequestAborted);
        });
    }

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value;
}
