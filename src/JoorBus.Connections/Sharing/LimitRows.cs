using System.Data;
using System.Text.Json;
using JoorBus.Joor;
using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Connections.Sharing;

/// <summary>
/// The rows of one decision, locked from <see cref="LockAsync"/> to <see cref="SaveAsync"/>: one round trip each. Left without saving,
/// nothing has changed.
/// </summary>
internal sealed class LimitRows : IAsyncDisposable
{
    private readonly LimitConnections _connections;
    private readonly NpgsqlConnection _connection;
    private readonly Dictionary<string, byte[]> _states = new(StringComparer.Ordinal);

    private bool _isCommitted;
    private bool _isReturned;

    private LimitRows(LimitConnections connections, NpgsqlConnection connection) => (_connections, _connection) = (connections, connection);

    /// <summary>The database's clock, read after the locks were had.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>Newest revision of the connection that was named; 0 for one that is not stored.</summary>
    public int Revision { get; private set; }

    public static async Task<LimitRows> LockAsync(LimitConnections connections, string[] keys, string revisionSql, string connection, CancellationToken cancellationToken)
    {
        while (true)
        {
            var rows = new LimitRows(connections, await connections.TakeAsync(cancellationToken));
            try
            {
                await rows.ReadAsync(LimitSql.Command(LimitSql.Lock, (object)keys), LimitSql.Command($"select clock_timestamp(), ({revisionSql})", connection), cancellationToken);
                if (keys.All(rows._states.ContainsKey))
                    return rows;
            }
            catch
            {
                await rows.DisposeAsync();
                throw;
            }
            // Outside the transaction, which holds the locks of those that are there.
            await rows.DisposeAsync();
            await AddAsync(connections.Database, keys, cancellationToken);
        }
    }

    public static async Task<LimitRows> LockGroupsAsync(LimitConnections connections, CancellationToken cancellationToken)
    {
        var rows = new LimitRows(connections, await connections.TakeAsync(cancellationToken));
        await rows.ReadAsync(LimitSql.Command(LimitSql.LockGroups), LimitSql.Command("select clock_timestamp(), 0"), cancellationToken);
        return rows;
    }

    public JoorAccountState Account(string key) => Read(LimitSql.Account(key)) is { } state
        ? JsonSerializer.Deserialize(state, LimitJson.Default.JoorAccountState)!
        : new() { Key = key };

    public JoorGroupState Group(string key) => Read(LimitSql.Group(key)) is { } state
        ? JsonSerializer.Deserialize(state, LimitJson.Default.JoorGroupState)!
        : new() { Key = key };

    public IEnumerable<JoorGroupState> Groups() =>
        _states.Values.Where(state => state.Length > Empty).Select(state => JsonSerializer.Deserialize(state, LimitJson.Default.JoorGroupState)!);

    /// <summary>Those of <paramref name="holders"/> whose process is gone.</summary>
    public async Task<IReadOnlySet<int>> DeadAsync(IEnumerable<int> holders, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(LimitSql.Alive, _connection);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        var isKnown = reader.GetBoolean(1);
        return isKnown ? holders.Except(reader.GetFieldValue<int[]>(0)).ToHashSet() : new HashSet<int>();
    }

    /// <summary>Stores, wakes those waiters and lets go of the rows.</summary>
    public async Task SaveAsync(IEnumerable<NpgsqlBatchCommand> changes, IReadOnlyCollection<string> wake, bool isUrgent)
    {
        await using var batch = new NpgsqlBatch(_connection);
        if (!isUrgent)
            batch.BatchCommands.Add(LimitSql.Command(LimitSql.Later));
        foreach (var change in changes)
            batch.BatchCommands.Add(change);
        if (wake.Count > 0)
            batch.BatchCommands.Add(LimitSql.Command(LimitSql.Notify, string.Join(',', wake)));
        batch.BatchCommands.Add(LimitSql.Command(LimitSql.Commit));
        // Cut off in between, nobody would know whether it was stored.
        await batch.ExecuteNonQueryAsync(CancellationToken.None);
        _isCommitted = true;
    }

    // Closing rolls back what was not committed.
    public async ValueTask DisposeAsync()
    {
        if (_isReturned)
            return;
        _isReturned = true;
        await _connections.ReturnAsync(_connection, _isCommitted);
    }

    private const int Empty = 2;

    private byte[]? Read(string key) => _states[key] is { Length: > Empty } state ? state : null;

    private static async Task AddAsync(Database database, string[] keys, CancellationToken cancellationToken)
    {
        await using var add = database.Command(LimitSql.Add);
        add.Parameters.AddWithValue(keys);
        await add.ExecuteNonQueryAsync(cancellationToken);
    }

    private async Task ReadAsync(NpgsqlBatchCommand locking, NpgsqlBatchCommand looking, CancellationToken cancellationToken)
    {
        await using var batch = new NpgsqlBatch(_connection);
        batch.BatchCommands.Add(LimitSql.Command(LimitSql.Begin));
        batch.BatchCommands.Add(locking);
        batch.BatchCommands.Add(looking);
        await using var reader = await batch.ExecuteReaderAsync(CommandBehavior.Default, cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            _states[reader.GetString(0)] = reader.GetFieldValue<byte[]>(1);
        await reader.NextResultAsync(cancellationToken);
        await reader.ReadAsync(cancellationToken);
        Now = reader.GetFieldValue<DateTimeOffset>(0);
        Revision = await reader.IsDBNullAsync(1, cancellationToken) ? 0 : Convert.ToInt32(reader.GetValue(1), System.Globalization.CultureInfo.InvariantCulture);
    }
}
