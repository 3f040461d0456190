using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Benchmarks.Source;

/// <summary>Stores a page in one transaction: orders with their hash, events in the outbox, checkpoint.</summary>
public sealed class OrderIntake(NpgsqlDataSource database, string exchange)
{
    private const string StorePage = """
        WITH page AS (
            SELECT * FROM unnest($1, $2, $3, $4, $5) AS p (order_id, joor_order_id, content_hash, message_id, body)),
        fresh AS (
            INSERT INTO orders (order_id, joor_order_id, revision, content_hash)
            SELECT order_id, joor_order_id, 1, content_hash FROM page
            ON CONFLICT (order_id) DO NOTHING RETURNING order_id)
        INSERT INTO outbox (message_id, exchange, routing_key, body)
        SELECT message_id, $6, '', body FROM page JOIN fresh USING (order_id)
        RETURNING sequence, message_id
        """;

    private const string MoveCheckpoint = """
        INSERT INTO checkpoints (connection, position) VALUES ('bench', $1)
        ON CONFLICT (connection) DO UPDATE SET position = checkpoints.position + excluded.position
        """;

    /// <summary>Returns the outbox rows written, by message id; orders seen before write none.</summary>
    public async Task<Dictionary<Guid, long>> StoreAsync(IReadOnlyList<SourceOrder> orders, CancellationToken cancellationToken)
    {
        await using var batch = database.CreateBatch();
        batch.BatchCommands.Add(new NpgsqlBatchCommand(StorePage)
        {
            Parameters =
            {
                new() { Value = orders.Select(order => order.OrderId).ToArray() },
                new() { Value = orders.Select(order => order.JoorOrderId).ToArray() },
                new() { Value = orders.Select(order => order.ContentHash).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                new() { Value = orders.Select(order => order.MessageId).ToArray() },
                new() { Value = orders.Select(order => order.Event).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea },
                new() { Value = exchange },
            },
        });
        batch.BatchCommands.Add(new NpgsqlBatchCommand(MoveCheckpoint) { Parameters = { new() { Value = (long)orders.Count } } });

        var rows = new Dictionary<Guid, long>();
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
            rows.Add(reader.GetGuid(1), reader.GetInt64(0));
        return rows;
    }
}
