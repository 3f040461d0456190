using JoorBus.Connections.Storing;
using JoorBus.Joor;
using JoorBus.Persistence;
using Npgsql;

namespace JoorBus.Checking;

/// <summary>How the last order read of each connection ended, as its host stored it: of those from configuration and of stored ones that are in use.</summary>
internal sealed class PollingCheck(PersistenceOptions options, IReadOnlyList<JoorConnectionOptions> configured, ConnectionStore store, TimeProvider clock)
{
    private const int RoundsUntilOld = 3;

    public async Task<IReadOnlyList<CheckRow>> RunAsync(CancellationToken cancellationToken)
    {
        var rows = new List<CheckRow>();
        try
        {
            var connections = await ByKeyAsync(cancellationToken);
            await using var source = NpgsqlDataSource.Create(DatabaseSettings.ForCheck(options.ConnectionString));
            await using var command = source.CreateCommand(
                $"select connection, polled_at, error from {new NpgsqlCommandBuilder().QuoteIdentifier(options.Schema)}.joor_polls where polled_at is not null");
            await using var reader = await command.ExecuteReaderAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                if (connections.TryGetValue(reader.GetString(0), out var connection))
                {
                    rows.Add(Row(connection, reader.GetFieldValue<DateTimeOffset>(1), await reader.IsDBNullAsync(2, cancellationToken) ? null : reader.GetString(2)));
                }
            }
        }
        catch (Exception fault) when (fault is NpgsqlException or TimeoutException)
        {
            // No database or no table yet: DatabaseCheck has said so.
            return [];
        }

        return [.. rows.OrderBy(row => row.What, StringComparer.Ordinal)];
    }

    // Those from configuration win, as in the catalog.
    private async Task<Dictionary<string, JoorConnectionOptions>> ByKeyAsync(CancellationToken cancellationToken)
    {
        var stored = await StoredAsync(cancellationToken);
        return configured.Concat(stored.Where(one => one.IsEnabled).Select(one => one.ToOptions())).DistinctBy(one => one.Key).ToDictionary(one => one.Key);
    }

    // A database of an older version has polled connections and stored none.
    private async Task<IReadOnlyList<StoredConnection>> StoredAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await store.LivingAsync(cancellationToken);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UndefinedTable)
        {
            return [];
        }
    }

    // An old failure may be cured since and unknown to a host that is not running, so only a fresh one counts.
    private CheckRow Row(JoorConnectionOptions connection, DateTimeOffset polledAt, string? error)
    {
        var what = $"polling '{connection.Name}'";
        var when = $"last at {polledAt.UtcDateTime:yyyy-MM-dd HH:mm:ss}Z";
        if (error is null)
        {
            return CheckRow.Ok(what, when);
        }

        return clock.GetUtcNow() - polledAt > RoundsUntilOld * connection.PollInterval
            ? CheckRow.Note(what, $"{when}, it failed: {error}", "Nothing if the cause is cured: the next poll goes on from its checkpoint.")
            : CheckRow.Failed(what, $"{when}, it failed: {error}", "Cure that; polling goes on from its checkpoint and nothing is lost.");
    }
}
