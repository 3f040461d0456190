using System.Text.Json;
using JoorBus.Benchmarks.Amqp;
using JoorBus.Benchmarks.Source;
using JoorBus.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Benchmarks.Twins.A;

/// <summary>One event starts the saga, one answer moves it from the version that was read; inbox row in the same statement.</summary>
public sealed class TrackOne(NpgsqlDataSource database, CancellationToken stopping)
{
    private const string StartSaga = """
        WITH seen AS (
            INSERT INTO inbox (message_id, station) VALUES ($1, 2) ON CONFLICT DO NOTHING RETURNING message_id)
        INSERT INTO order_sagas (id, version, document) SELECT $2, 1, $3 FROM seen
        """;

    private const string LoadSaga = "SELECT version, document FROM order_sagas WHERE id = $1";

    // A repeated answer violates the inbox's key, which undoes the move: one statement keeps both or neither.
    private const string MoveSaga = """
        WITH moved AS (
            UPDATE order_sagas SET version = version + 1, document = $4 WHERE id = $2 AND version = $3 RETURNING id)
        INSERT INTO inbox (message_id, station) SELECT $1, 2 FROM moved
        """;

    private static readonly TimeSpan UntilStarted = TimeSpan.FromMilliseconds(5);

    public Task TakeAsync(Delivery delivery) =>
        delivery.Exchange == TwinTopology.OrderReceived ? StartAsync(delivery) : AcceptAsync(delivery);

    private async Task StartAsync(Delivery delivery)
    {
        var notice = JsonSerializer.Deserialize(delivery.Body, PathJson.Default.OrderNotice)!;
        await using var command = database.CreateCommand(StartSaga);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = delivery.MessageId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = notice.OrderId });
        command.Parameters.Add(Document(TrackedOrder.Start(notice, delivery.MessageId, TimeProvider.System.GetUtcNow())));
        await command.ExecuteNonQueryAsync(stopping);
    }

    private async Task AcceptAsync(Delivery delivery)
    {
        var answer = JsonSerializer.Deserialize(delivery.Body, ContractsJson.Default.WmsOrderAccepted)!;
        while (true)
        {
            if (await LoadAsync(answer.OrderId) is not { } saga)
            {
                // The event that starts it is under way beside us.
                await Task.Delay(UntilStarted, TimeProvider.System, stopping);
                continue;
            }
            var accepted = saga.Order.Accept(answer.WmsOrderId, delivery.MessageId, TimeProvider.System.GetUtcNow());
            if (await MoveAsync(delivery.MessageId, accepted, saga.Version))
                return;
        }
    }

    private async Task<(int Version, TrackedOrder Order)?> LoadAsync(Guid orderId)
    {
        await using var command = database.CreateCommand(LoadSaga);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = orderId });
        await using var reader = await command.ExecuteReaderAsync(stopping);
        return await reader.ReadAsync(stopping)
            ? (reader.GetInt32(0), JsonSerializer.Deserialize(reader.GetFieldValue<byte[]>(1), PathJson.Default.TrackedOrder)!)
            : null;
    }

    private async Task<bool> MoveAsync(Guid messageId, TrackedOrder order, int expectedVersion)
    {
        await using var command = database.CreateCommand(MoveSaga);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = messageId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = order.OrderId });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = expectedVersion });
        command.Parameters.Add(Document(order));
        try
        {
            return await command.ExecuteNonQueryAsync(stopping) == 1;
        }
        catch (PostgresException repeated) when (repeated.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return true;
        }
    }

    private static NpgsqlParameter<byte[]> Document(TrackedOrder order) => new()
    {
        TypedValue = JsonSerializer.SerializeToUtf8Bytes(order, PathJson.Default.TrackedOrder),
        NpgsqlDbType = NpgsqlDbType.Jsonb,
    };
}
