using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Benchmarks.PlainMassTransit;

/// <summary>The saga's table inside one message's transaction.</summary>
public sealed class SagaDatabase(NpgsqlConnection connection, CancellationToken cancellationToken)
{
    /// <summary>False when this message was seen before.</summary>
    public async Task<bool> EnterInboxAsync(Guid messageId) =>
        await ExecuteAsync("INSERT INTO inbox (message_id, station) VALUES ($1, 2) ON CONFLICT DO NOTHING", new NpgsqlParameter { Value = messageId }) == 1;

    public async Task<OrderSaga?> LoadAsync(Guid id)
    {
        await using var command = new NpgsqlCommand("SELECT version, document FROM order_sagas WHERE id = $1", connection);
        command.Parameters.Add(new NpgsqlParameter { Value = id });
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (!await reader.ReadAsync(cancellationToken))
            return null;
        var saga = JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), PlainJson.Default.OrderSaga)!;
        saga.Version = reader.GetInt32(0);
        return saga;
    }

    public Task InsertAsync(OrderSaga saga) => ExecuteAsync(
        "INSERT INTO order_sagas (id, version, document) VALUES ($1, 1, $2)",
        new NpgsqlParameter { Value = saga.CorrelationId }, Document(saga));

    public async Task UpdateAsync(OrderSaga saga)
    {
        var moved = await ExecuteAsync(
            "UPDATE order_sagas SET version = version + 1, document = $3 WHERE id = $1 AND version = $2",
            new NpgsqlParameter { Value = saga.CorrelationId }, new NpgsqlParameter { Value = saga.Version }, Document(saga));
        if (moved == 0)
            throw new InvalidOperationException($"The saga {saga.CorrelationId} was moved by another message; this one is tried again.");
    }

    private static NpgsqlParameter Document(OrderSaga saga) => new()
    {
        Value = JsonSerializer.SerializeToUtf8Bytes(saga, PlainJson.Default.OrderSaga),
        NpgsqlDbType = NpgsqlDbType.Jsonb,
    };

    private async Task<int> ExecuteAsync(string sql, params NpgsqlParameter[] parameters)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.AddRange(parameters);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
