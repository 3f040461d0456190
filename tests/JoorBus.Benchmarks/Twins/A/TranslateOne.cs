using System.Text.Json;
using JoorBus.Benchmarks.Amqp;
using JoorBus.Benchmarks.Source;
using JoorBus.Contracts;
using Npgsql;

namespace JoorBus.Benchmarks.Twins.A;

/// <summary>One event: inbox row and outbox row in one statement, which is its own transaction.</summary>
public sealed class TranslateOne(NpgsqlDataSource database, Outbox outbox, ConfirmedPublisher publisher, CancellationToken stopping)
{
    private const string StoreCommand = """
        WITH seen AS (
            INSERT INTO inbox (message_id, station) VALUES ($1, 1) ON CONFLICT DO NOTHING RETURNING message_id)
        INSERT INTO outbox (message_id, exchange, routing_key, body) SELECT $2, '', $3, $4 FROM seen
        RETURNING sequence
        """;

    public async Task TakeAsync(Delivery delivery)
    {
        var received = JsonSerializer.Deserialize(delivery.Body, ContractsJson.Default.JoorOrderReceived)!;
        var body = JsonSerializer.SerializeToUtf8Bytes(WmsTranslation.Translate(received), ContractsJson.Default.CreateWmsOrder);
        var message = new OutgoingMessage("", TwinTopology.WarehouseQueue, WmsTranslation.CommandId(delivery.MessageId), body);

        // Null: this event was translated before.
        if (await StoreAsync(delivery.MessageId, message, body) is { } sequence)
            await outbox.PublishAsync(publisher, message, sequence);
    }

    private async Task<long?> StoreAsync(Guid eventId, OutgoingMessage message, byte[] body)
    {
        await using var command = database.CreateCommand(StoreCommand);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = eventId });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = message.MessageId });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = message.RoutingKey });
        command.Parameters.Add(new NpgsqlParameter<byte[]> { TypedValue = body });
        return (long?)await command.ExecuteScalarAsync(stopping);
    }
}
