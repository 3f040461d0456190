using System.Globalization;
using JoorBus.Persistence;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace JoorBus.Connections.Sharing;

/// <summary>
/// One connection of this process to the database: its advisory lock says that the process lives, and it hears who is to be woken.
/// Opened again when it is lost; meanwhile there is no holder.
/// </summary>
internal sealed partial class LimitKeeper(Database database, Action<string> wake, TimeProvider clock, ILogger log) : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Ping = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _stopping = new();
    private readonly Lock _gate = new();
    private TaskCompletionSource<int> _holder = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task? _running;
    private int _latest;

    /// <summary>This process's number among those that live; done once the connection stands.</summary>
    public Task<int> HolderAsync()
    {
        lock (_gate)
        {
            _running ??= Task.Run(RunAsync);
            return _holder.Task;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        if (_running is { } running)
            await running;
        _stopping.Dispose();
    }

    private async Task RunAsync()
    {
        while (!_stopping.IsCancellationRequested)
        {
            try
            {
                await using var connection = await database.OpenAsync(_stopping.Token);
                await KeepAsync(connection);
            }
            catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
            {
                return;
            }
            catch (Exception lost) when (lost is NpgsqlException or TimeoutException or IOException)
            {
                Away(log, lost.Message);
            }
            // At once after a loss: until the mark is back, the others take this process for dead.
            if (!Loses())
                await Task.Delay(Pause, clock, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private bool Loses()
    {
        lock (_gate)
        {
            if (!_holder.Task.IsCompleted)
                return false;
            _holder = new(TaskCreationOptions.RunContinuationsAsynchronously);
            return true;
        }
    }

    private async Task KeepAsync(NpgsqlConnection connection)
    {
        connection.Notification += (_, notification) =>
        {
            foreach (var waiter in notification.Payload.Split(','))
                wake(waiter);
        };
        await MarkAsync(connection);
        await RunAsync(connection, $"listen {LimitSql.Channel}");
        if (_latest > 0)
            Back(log, _latest);
        _holder.SetResult(_latest);
        while (true)
        {
            if (!await connection.WaitAsync(Ping, _stopping.Token))
                await RunAsync(connection, "select 1");
        }
    }

    // The old number, if the server has noticed that the old connection is gone: what is under way stays ours.
    private async Task MarkAsync(NpgsqlConnection connection)
    {
        while (_latest == 0 || !await TryLockAsync(connection, _latest))
            _latest = Convert.ToInt32(await RunAsync(connection, "select nextval('joor_limit_holders')"), CultureInfo.InvariantCulture);
    }

    private async Task<bool> TryLockAsync(NpgsqlConnection connection, int holder) => await RunAsync(connection, LimitSql.Mark, holder) is true;

    private async Task<object?> RunAsync(NpgsqlConnection connection, string sql, params object[] arguments)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var argument in arguments)
            command.Parameters.AddWithValue(argument);
        return await command.ExecuteScalarAsync(_stopping.Token);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "limits.away {Reason}: no request goes to JOOR until the database is back")]
    private static partial void Away(ILogger log, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "limits.holding {Holder}")]
    private static partial void Back(ILogger log, int holder);
}
