using System.Collections.Concurrent;
using System.Globalization;
using JoorBus.Joor;
using JoorBus.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace JoorBus.Products.Pushing;

/// <summary>
/// Gives every connection its turns: at once when something is announced (LISTEN), when a turn is due, and by a look every few seconds for what was
/// announced while nobody could listen. Connections run side by side; hosts share them by lease.
/// </summary>
internal sealed partial class ProductWorker(
    ProductRound round, ProductConnections connections, Database database, IOptions<ProductOptions> options, TimeProvider clock, ILogger<ProductWorker> log) : BackgroundService
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, Task> _running = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = new(StringComparer.Ordinal);

    private readonly string _owner = string.Create(
        CultureInfo.InvariantCulture, $"{Environment.MachineName}/{Environment.ProcessId}/{clock.GetUtcNow().ToUnixTimeMilliseconds()}");

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (true)
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
        finally
        {
            await Task.WhenAll(_running.Values).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        await using var listening = await database.OpenAsync(stoppingToken);
        var rung = false;
        listening.Notification += (_, call) => rung |= call.Payload == database.Schema;
        await using (var listen = new NpgsqlCommand($"listen {ProductMigrations.Channel}", listening))
            await listen.ExecuteNonQueryAsync(stoppingToken);
        while (true)
        {
            Begin(isRung: rung, stoppingToken);
            rung = false;
            await listening.WaitAsync(Rest(), stoppingToken);
        }
    }

    private void Begin(bool isRung, CancellationToken stoppingToken)
    {
        var now = clock.GetUtcNow();
        foreach (var connection in connections.Current())
        {
            if (_running.TryGetValue(connection.Key, out var running) && !running.IsCompleted)
                continue;
            if (isRung || !_notBefore.TryGetValue(connection.Key, out var notBefore) || notBefore <= now)
                _running[connection.Key] = RunAsync(connection, stoppingToken);
        }
    }

    private TimeSpan Rest()
    {
        var next = _notBefore.Values.DefaultIfEmpty(DateTimeOffset.MaxValue).Min() - clock.GetUtcNow();
        return next < Shortest ? Shortest : next < options.Value.LookInterval ? next : options.Value.LookInterval;
    }

    private async Task RunAsync(JoorConnectionOptions connection, CancellationToken stoppingToken)
    {
        try
        {
            var next = await round.RunAsync(connection, _owner, stoppingToken);
            var look = clock.GetUtcNow() + options.Value.LookInterval;
            // What is announced during a turn is seen by the next look at the latest.
            _notBefore[connection.Key] = next < look ? next.Value : look;
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            Failed(log, connection.Name, fault.Message, fault);
            _notBefore[connection.Key] = clock.GetUtcNow() + AfterFailure;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "products.worker does not hear the database: {Reason}; it listens again in a second")]
    private static partial void Deaf(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "products.push of {Connection} stopped: {Reason}; it goes on from what is stored")]
    private static partial void Failed(ILogger log, string connection, string reason, Exception fault);
}
