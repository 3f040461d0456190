using JoorBus.Configuring;
using JoorBus.Messaging;
using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Hosting;

/// <summary>Lets hosts declare their queues one after another: RabbitMQ 3.10 ends a connection that consumes from a quorum queue while another one is still declaring it.</summary>
internal sealed partial class DeclaringTurn(HostSettings settings, Database database, ILogger<DeclaringTurn> log) : IHostedLifecycleService, IAsyncDisposable
{
    /// <summary>Whoever waits longer goes on: a host that hangs while it starts holds up nobody.</summary>
    private const string Patience = "set local lock_timeout = '30s'";
    private static readonly string Lock = $"select pg_advisory_xact_lock({NameBasedGuid.LockKey("joorbus queues")})";
    private NpgsqlConnection? _turn;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Messaging.EffectiveTransport != BusTransport.RabbitMq)
            return;
        try
        {
            _turn = await database.OpenAsync(cancellationToken).ConfigureAwait(false);
            await _turn.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
            await RunAsync(_turn, Patience, cancellationToken).ConfigureAwait(false);
            await RunAsync(_turn, Lock, cancellationToken).ConfigureAwait(false);
        }
        catch (NpgsqlException fault)
        {
            OutOfTurn(log, fault.Message);
            await DisposeAsync().ConfigureAwait(false);
        }
    }

    public Task StartedAsync(CancellationToken cancellationToken) => DisposeAsync().AsTask();

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Ends the turn: what a connection leaves open is rolled back.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _turn, null) is { } turn)
            await turn.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using (command.ConfigureAwait(false))
        {
            command.CommandText = sql;
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "queues.turn.missed Another host has been declaring its queues for long ({Reason:l}); this one goes on beside it.")]
    private static partial void OutOfTurn(ILogger log, string reason);
}
