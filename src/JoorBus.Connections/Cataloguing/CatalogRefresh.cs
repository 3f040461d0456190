using JoorBus.Connections.Storing;
using JoorBus.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace JoorBus.Connections.Cataloguing;

/// <summary>
/// Keeps the catalog up to date: at once when a change is announced (LISTEN), and by a look every few seconds for what was
/// announced while nobody could listen.
/// </summary>
internal sealed partial class CatalogRefresh(ConnectionCatalog catalog, ConnectionStore store, Database database, TimeProvider clock, ILogger<CatalogRefresh> log)
    : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private (long Count, long Versions)? _seen;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        // Whatever starts after this finds the stored connections.
        try
        {
            await RefreshAsync(cancellationToken);
        }
        catch (NpgsqlException fault)
        {
            Deaf(log, fault.Message);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken);
            }
            catch (Exception fault) when (fault is NpgsqlException or TimeoutException or IOException && !stoppingToken.IsCancellationRequested)
            {
                Deaf(log, fault.Message);
                await Task.Delay(AfterFailure, clock, stoppingToken);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var connection = await database.OpenAsync(stoppingToken);
        await using (var listen = new NpgsqlCommand($"listen {StoredConnectionMapping.Channel}", connection))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        while (true)
        {
            await RefreshAsync(stoppingToken);
            await connection.WaitAsync(Look, stoppingToken);
        }
    }

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        var found = await store.LookAsync(cancellationToken);
        if (found == _seen && !catalog.MayOpenMore())
            return;
        await catalog.ReloadAsync(cancellationToken);
        _seen = found;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "connections.refresh stopped: {Reason}; what is known stays in use, tried again in a second")]
    private static partial void Deaf(ILogger log, string reason);
}
