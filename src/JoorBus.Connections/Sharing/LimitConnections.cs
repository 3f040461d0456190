using System.Collections.Concurrent;
using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Connections.Sharing;

/// <summary>A few connections that stay open between permits: opening one anew resets its session first, which costs more than the permit.</summary>
internal sealed class LimitConnections(Database database) : IAsyncDisposable
{
    private const int MostKept = 4;
    private readonly ConcurrentStack<NpgsqlConnection> _idle = new();

    public Database Database => database;

    public async ValueTask<NpgsqlConnection> TakeAsync(CancellationToken cancellationToken) =>
        _idle.TryPop(out var connection) ? connection : await database.OpenAsync(cancellationToken);

    /// <summary>Takes one back whose last transaction was committed; any other is closed instead.</summary>
    public ValueTask ReturnAsync(NpgsqlConnection connection, bool isCommitted)
    {
        if (!isCommitted || _idle.Count >= MostKept)
            return connection.DisposeAsync();
        _idle.Push(connection);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        while (_idle.TryPop(out var connection))
            await connection.DisposeAsync();
    }
}
