using JoorBus.Persistence.Documents;
using MassTransit;

namespace JoorBus.Http;

internal static class HealthApi
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", http => http.Response.WriteAsJsonAsync(
            new Health("live", new Dictionary<string, string>()), ApiJson.Default.Health, cancellationToken: http.RequestAborted));
        app.MapGet("/health/ready", async http =>
        {
            var bus = http.RequestServices.GetRequiredService<IBusControl>().CheckHealth();
            var database = await http.RequestServices.GetRequiredService<DatabaseHealth>().CheckAsync(http.RequestAborted);
            var workers = await http.RequestServices.GetRequiredService<WorkerHealth>().CheckAsync(http.RequestAborted);
            var isReady = bus.Status == BusHealthStatus.Healthy && database is null;
            http.Response.StatusCode = isReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await http.Response.WriteAsJsonAsync(
                new Health(isReady ? "ready" : "not ready", new Dictionary<string, string>(workers)
                {
                    ["bus"] = bus.Status == BusHealthStatus.Healthy ? "ok" : bus.Description,
                    ["database"] = database ?? "ok",
                    ["documents"] = $"kept by {DocumentAdapter.InUse.Name}",
                }),
                ApiJson.Default.Health,
                cancellationToken: http.RequestAborted);
        });
    }
}
