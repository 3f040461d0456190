using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Committing;

namespace JoorBus.Connections.Managing;

/// <summary>Tests connections and keeps what the last test of each found, also of those from configuration.</summary>
public sealed class ConnectionTrial(IConnectionTesting testing, TimeProvider clock)
{
    internal static readonly RowStatement<TestRow> Store = new(
        "joor_connection_tests store",
        RowExpectation.Any,
        """
        insert into joor_connection_tests (key, at, kind, is_good, sentence, advice)
        select * from unnest($1, $2, $3, $4, $5, $6)
        on conflict (key) do update set at = excluded.at, kind = excluded.kind, is_good = excluded.is_good, sentence = excluded.sentence, advice = excluded.advice
        """,
        RowColumn.Text<TestRow>(row => row.Key),
        RowColumn.Time<TestRow>(row => row.At),
        RowColumn.Text<TestRow>(row => row.Finding.Kind),
        new RowColumn<TestRow, bool>(NpgsqlTypes.NpgsqlDbType.Boolean, row => row.Finding.IsGood),
        RowColumn.Text<TestRow>(row => row.Finding.Sentence),
        RowColumn.Text<TestRow>(row => row.Finding.Advice));

    internal async Task<TestRow> RunAsync(JoorConnectionOptions connection, CancellationToken cancellationToken) =>
        new(connection.Key, clock.GetUtcNow(), await testing.TestAsync(connection, cancellationToken));

    /// <summary>What the last tests found, by key.</summary>
    public static async Task<IReadOnlyDictionary<string, LastTest>> LastAsync(Database database, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, LastTest>(StringComparer.Ordinal);
        await using var command = database.Command("select key, at, kind, is_good, sentence, advice from joor_connection_tests");
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            var advice = await reader.IsDBNullAsync(5, cancellationToken) ? null : reader.GetString(5);
            found[reader.GetString(0)] = new LastTest(reader.GetFieldValue<DateTimeOffset>(1), reader.GetBoolean(3), reader.GetString(2), reader.GetString(4), advice);
        }

        return found;
    }
}

internal sealed record TestRow(string Key, DateTimeOffset At, ConnectionFinding Finding);

/// <summary>What the last test of a connection found.</summary>
public sealed record LastTest(DateTimeOffset At, bool IsGood, string Kind, string Sentence, string? Advice);
