using Npgsql;

namespace JoorBus.Persistence.Committing;

/// <summary>One transaction that stores all of some units or nothing of them.</summary>
internal sealed class GroupTransaction(Database database, DocumentWriter? documents)
{
    /// <summary>Throws what the server refused, or <see cref="DocumentConflictException"/>; then nothing is stored.</summary>
    public async Task StoreAsync(IReadOnlyList<UnitOfWork> units)
    {
        DocumentChange[] changes = [.. units.SelectMany(unit => unit.Changes)];
        var rows = RowsOf(units);
        var connection = await database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            if (changes.Length == 0)
            {
                await WriteAsync(connection, rows).ConfigureAwait(false);
                return;
            }

            // BEGIN travels with what follows.
            var transaction = await connection.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await documents!.WriteAsync(transaction, rows, changes).ConfigureAwait(false);
                await transaction.CommitAsync().ConfigureAwait(false);
            }
        }
    }

    private static List<NpgsqlBatchCommand> RowsOf(IReadOnlyList<UnitOfWork> units)
    {
        var buffers = new Dictionary<RowStatement, RowBuffer>();
        foreach (var (statement, row) in units.SelectMany(unit => unit.Rows))
        {
            if (!buffers.TryGetValue(statement, out var buffer))
            {
                buffers.Add(statement, buffer = statement.NewBuffer());
            }

            buffer.Add(row);
        }

        return
        [
            .. buffers
                .OrderBy(entry => entry.Key.Rank)
                .ThenBy(entry => entry.Key.Name, StringComparer.Ordinal)
                .Select(entry => entry.Value.ToCommand()),
        ];
    }

    // A batch without error barriers is its own transaction: no BEGIN, no COMMIT, one round trip.
    private static async Task WriteAsync(NpgsqlConnection connection, List<NpgsqlBatchCommand> rows)
    {
        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            foreach (var row in rows)
            {
                batch.BatchCommands.Add(row);
            }

            await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }
}
