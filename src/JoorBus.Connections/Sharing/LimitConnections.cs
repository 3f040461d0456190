using System.Collections.Concurrent;
using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Connections.Sharing;

/// <summary>A few connections that stay open between permits: opening one anew resets its session first, which costs more than the permit.</summary>
internal sealed class LimitConnections(Database database) : IAsyncDisposable
{
    private const int MostKept = 4;
    private readonly ConcurrentStack<NpgsqlConnection> _idle = new();
    private volatile bool _isClosed;

    public Database Database => database;

    public async ValueTask<NpgsqlConnection> TakeAsync(CancellationToken cancellationToken) =>
        _idle.TryPop(out var connection) ? connection : await database.OpenAsync(cancellationToken);

    /// <summary>Takes one back whose last transaction was committed; any other is closed instead, and all of them once this is closed.</summary>
    public async ValueTask ReturnAsync(NpgsqlConnection connection, bool isCommitted)
    {
        if (!isCommitted || _idle.Count >= MostKept)
        {
            await connection.DisposeAsync();
            return;
        }
        _idle.Push(connection);
        if (_isClosed)
            await CloseIdleAsync();
    }

    public ValueTask DisposeAsync()
    {
        _isClosed = true;
        return CloseIdleAsync();
    }

    private async ValueTask CloseIdleAsync()
    {
        while (_idle.TryPop(out var connection))
            await connection.DisposeAsync();
    }
}
