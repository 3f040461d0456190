using System.Diagnostics;
using System.Globalization;
using JoorBus.Connections;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using JoorBus.Simulators.Servers;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Prove.Limits;

/// <summary>What one permit costs this process: CPU time of entering and leaving, over a hundred connections that nobody else uses.</summary>
internal static class LimitsCost
{
    private const int Connections = 100;
    private const int WarmUp = 100;
    private const int Rounds = 60;
    private const double RequestsPerSecond = 20;

    public static async Task<string> MeasureAsync(PrivatePostgres postgres, CancellationToken cancellationToken)
    {
        var database = await postgres.CreateDatabaseAsync("limits_cost", cancellationToken);
        await using var services = new ServiceCollection().AddLogging().AddPersistence(options => options.ConnectionString = database).AddSharedLimits()
            .Configure<JoorLimitOptions>(limits => limits.CreditsPerWindow = 1_000_000)
            .BuildServiceProvider();
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken);
        var limits = services.GetRequiredService<IJoorLimits>();
        await RunAsync(limits, WarmUp, cancellationToken);
        var (started, cpu) = (Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);
        await RunAsync(limits, Rounds, cancellationToken);
        var each = (Environment.CpuUsage.TotalTime - cpu) / (Rounds * Connections);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"limits cost: {each.TotalMicroseconds:0} us of CPU and {Stopwatch.GetElapsedTime(started).TotalMicroseconds / (Rounds * Connections):0} us of time per permit; {RequestsPerSecond:0} a second are {each.TotalSeconds * RequestsPerSecond:0.00%} of a core");
    }

    private static async Task RunAsync(IJoorLimits limits, int rounds, CancellationToken cancellationToken)
    {
        for (var number = 0; number < rounds * Connections; number++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"brand-{number % Connections}");
            var request = new JoorPermitRequest { Connection = key, Account = key, Group = key, Concurrency = 5, Endpoint = "v2 GET /order/", Credits = 1, Priority = JoorPriority.OrderReading };
            if (await limits.EnterAsync(request, cancellationToken) is JoorPermitAnswer.Granted granted)
                await granted.Permit.ReleaseAsync(new() { IsAnswered = true });
        }
    }
}
