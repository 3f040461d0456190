using Npgsql;

namespace JoorBus.Persistence.Committing;

/// <summary>One transaction that stores all of some units or nothing of them.</summary>
internal sealed class GroupTransaction(Database database, DocumentWriter? documents)
{
    /// <summary>Throws what the server refused, or <see cref="DocumentConflictException"/>; then nothing is stored.</summary>
    public async Task StoreAsync(IReadOnlyList<UnitOfWork> units)
    {
        DocumentChange[] changes = [.. units.SelectMany(unit => unit.Changes)];
        var connection = await database.OpenAsync(CancellationToken.None).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            if (changes.Length == 0)
            {
                // A batch without error barriers is its own transaction: no BEGIN, no COMMIT, one round trip.
                await WriteRowsAsync(connection, units).ConfigureAwait(false);
                return;
            }

            // BEGIN travels with the first statement. Rows first: an inbox entry that is there already outweighs every other conflict.
            var transaction = await connection.BeginTransactionAsync(CancellationToken.None).ConfigureAwait(false);
            await using (transaction.ConfigureAwait(false))
            {
                await WriteRowsAsync(connection, units).ConfigureAwait(false);
                await documents!.WriteAsync(transaction, changes).ConfigureAwait(false);
                await transaction.CommitAsync().ConfigureAwait(false);
            }
        }
    }

    private static async Task WriteRowsAsync(NpgsqlConnection connection, IReadOnlyList<UnitOfWork> units)
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

        if (buffers.Count == 0)
        {
            return;
        }

        var batch = connection.CreateBatch();
        await using (batch.ConfigureAwait(false))
        {
            foreach (var (_, buffer) in buffers.OrderBy(entry => entry.Key.Rank).ThenBy(entry => entry.Key.Name, StringComparer.Ordinal))
            {
                batch.BatchCommands.Add(buffer.ToCommand());
            }

            await batch.ExecuteNonQueryAsync().ConfigureAwait(false);
        }
    }
}
