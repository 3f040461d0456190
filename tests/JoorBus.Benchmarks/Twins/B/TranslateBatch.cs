using System.Text.Json;
using JoorBus.Benchmarks.Amqp;
using JoorBus.Benchmarks.Source;
using JoorBus.Contracts;
using Npgsql;
using NpgsqlTypes;

namespace JoorBus.Benchmarks.Twins.B;

/// <summary>Up to 100 events: their inbox and outbox rows in one statement, then all commands in one window.</summary>
public sealed class TranslateBatch(NpgsqlDataSource database, Outbox outbox, ConfirmedPublisher publisher, CancellationToken stopping)
{
    private const string StoreCommands = """
        WITH seen AS (
            INSERT INTO inbox (message_id, station) SELECT id, 1 FROM unnest($1) AS id
            ON CONFLICT DO NOTHING RETURNING message_id)
        INSERT INTO outbox (message_id, exchange, routing_key, body)
        SELECT command.id, '', $4, command.body
        FROM unnest($1, $2, $3) AS command (source, id, body) JOIN seen ON seen.message_id = command.source
        RETURNING sequence, message_id
        """;

    public async Task TakeAsync(IReadOnlyList<Delivery> batch)
    {
        var commands = new Dictionary<Guid, OutgoingMessage>(batch.Count);
        foreach (var delivery in batch)
            commands.TryAdd(delivery.MessageId, Command(delivery));

        var byId = commands.Values.ToDictionary(command => command.MessageId);
        foreach (var (sequence, messageId) in await StoreAsync(commands))
            await outbox.PublishAsync(publisher, byId[messageId], sequence);
    }

    private static OutgoingMessage Command(Delivery delivery)
    {
        var received = JsonSerializer.Deserialize(delivery.Body, ContractsJson.Default.JoorOrderReceived)!;
        var body = JsonSerializer.SerializeToUtf8Bytes(WmsTranslation.Translate(received), ContractsJson.Default.CreateWmsOrder);
        return new OutgoingMessage("", TwinTopology.WarehouseQueue, WmsTranslation.CommandId(delivery.MessageId), body);
    }

    private async Task<List<(long Sequence, Guid MessageId)>> StoreAsync(Dictionary<Guid, OutgoingMessage> commands)
    {
        await using var command = database.CreateCommand(StoreCommands);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. commands.Keys] });
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. commands.Values.Select(message => message.MessageId)] });
        command.Parameters.Add(new NpgsqlParameter
        {
            Value = commands.Values.Select(message => message.Body).ToArray(),
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bytea,
        });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = TwinTopology.WarehouseQueue });

        var rows = new List<(long, Guid)>(commands.Count);
        await using var reader = await command.ExecuteReaderAsync(stopping);
        while (await reader.ReadAsync(stopping))
            rows.Add((reader.GetInt64(0), reader.GetGuid(1)));
        return rows;
    }
}
