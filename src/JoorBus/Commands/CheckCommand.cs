using System.CommandLine;
using JoorBus.Checking;
using JoorBus.Configuring;
using JoorBus.Connections;
using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Managing;
using JoorBus.Connections.Storing;
using JoorBus.Inventory;
using JoorBus.Joor;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Persistence.Documents;
using JoorBus.Persistence.Schema;
using JoorBus.Products;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JoorBus.Commands;

/// <summary><c>joorbus check</c>: tries everything a host would use.</summary>
internal static class CheckCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public static Command Create()
    {
        var json = SharedOptions.Json();
        var set = SharedOptions.Set();
        var command = new Command("check", "Tries configuration, database, broker, HTTP addresses and each JOOR connection, and says what is wrong. Example: joorbus check --json")
        {
            json, set,
        };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var io = parsed.InvocationConfiguration;
            if (SharedOptions.ReadSettings(parsed.GetValue(set) ?? [], io.Error) is not { } settings)
            {
                return ExitCode.Usage;
            }

            var rows = await RunAsync(settings, cancellationToken);
            CheckReport.Write(io.Output, rows, parsed.GetValue(json));
            return rows.Any(row => row.Result == CheckResult.Failed) ? ExitCode.Failed : ExitCode.Done;
        });
        return command;
    }

    private static async Task<IReadOnlyList<CheckRow>> RunAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        await using var parts = Parts(settings);
        var checks = await Task.WhenAll(
            new DatabaseCheck(settings.Persistence, parts.GetServices<Migration>()).RunAsync(cancellationToken),
            BrokerCheck.RunAsync(settings.Messaging, cancellationToken),
            new HttpCheck(parts.GetRequiredService<IHttpClientFactory>(), settings.Http).RunAsync(cancellationToken),
            new ConnectionCheck(
                parts.GetRequiredService<IConnectionTesting>(), settings.Connections, parts.GetRequiredService<ConnectionStore>(), parts.GetRequiredService<ConnectionOpener>()).RunAsync(cancellationToken),
            new PollingCheck(settings.Persistence, settings.Connections, parts.GetRequiredService<ConnectionStore>(), TimeProvider.System).RunAsync(cancellationToken));
        return [.. checks.SelectMany(rows => rows), CheckRow.Ok("documents", $"kept by {DocumentAdapter.InUse.Name}")];
    }

    internal static ServiceProvider Parts(HostSettings settings)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPersistence(_ => { });
        services.AddSingleton(Options.Create(CheckedPersistence(settings)));
        services.AddSingleton(Options.Create(settings.Joor));
        services.AddSingleton(Options.Create(settings.JoorHosts));
        services.AddSharedLimits();
        services.AddConnections(settings.Connections, settings.MasterKeys);
        // JOOR is tried also where the database is away.
        services.RemoveAll<IJoorLimits>();
        services.RemoveAll<IJoorTokens>();
        services.AddOrders();
        services.AddInventory();
        services.AddProducts();
        services.AddJoor();
        services.AddHttpClient(HttpCheck.ClientName, client => client.Timeout = Patience).RemoveAllLoggers();
        return services.BuildServiceProvider();
    }

    private static PersistenceOptions CheckedPersistence(HostSettings settings) => new()
    {
        ConnectionString = DatabaseSettings.ForCheck(settings.Persistence.ConnectionString), Schema = settings.Persistence.Schema,
    };
}
