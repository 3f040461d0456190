using System.Text.Json;
using JoorBus.Benchmarks.Source;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;
using MassTransit;
using Npgsql;

namespace JoorBus.Benchmarks.PlainMassTransit;

/// <summary>One event, one transaction: inbox row, then the command as an outbox row.</summary>
public sealed class TranslateConsumer(NpgsqlDataSource source) : IConsumer<JoorOrderReceived>
{
    public async Task Consume(ConsumeContext<JoorOrderReceived> context)
    {
        var eventId = context.MessageId!.Value;
        var body = JsonSerializer.SerializeToUtf8Bytes(WmsTranslation.Translate(context.Message), ContractsJson.Default.CreateWmsOrder);

        await using var connection = await source.OpenConnectionAsync(context.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(context.CancellationToken);
        await using var enter = new NpgsqlCommand(
            "INSERT INTO inbox (message_id, station) VALUES ($1, 1) ON CONFLICT DO NOTHING", connection);
        enter.Parameters.Add(new NpgsqlParameter { Value = eventId });
        if (await enter.ExecuteNonQueryAsync(context.CancellationToken) == 0)
            return;

        await using var store = new NpgsqlCommand(
            "INSERT INTO outbox (message_id, exchange, routing_key, body) VALUES ($1, $2, '', $3)", connection);
        store.Parameters.Add(new NpgsqlParameter { Value = WmsTranslation.CommandId(eventId) });
        store.Parameters.Add(new NpgsqlParameter { Value = PlainTopology.WarehouseQueue });
        store.Parameters.Add(new NpgsqlParameter { Value = body });
        await store.ExecuteNonQueryAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
    }
}
