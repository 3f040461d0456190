using System.Text.Json;
using JoorBus.Contracts;
using MassTransit;
using Npgsql;

namespace JoorBus.Benchmarks.PlainMassTransit;

/// <summary>MassTransit's usual shape: up to 100 rows per query, one send after the other, again at once while rows are found.</summary>
public sealed class PolledOutbox(NpgsqlDataSource source, IBus bus, bool sendsTogether)
{
    private const int RowsPerQuery = 100;
    private static readonly TimeSpan QueryDelay = TimeSpan.FromSeconds(1);

    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            if (await DeliverAsync(stopping) == 0)
                await Task.Delay(QueryDelay, TimeProvider.System, stopping);
        }
    }

    private async Task<int> DeliverAsync(CancellationToken stopping)
    {
        await using var connection = await source.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var rows = await ReadAsync(connection, stopping);
        if (rows.Count == 0)
            return 0;

        if (sendsTogether)
        {
            await Task.WhenAll(rows.Select(row => SendAsync(row, stopping)));
        }
        else
        {
            foreach (var row in rows)
                await SendAsync(row, stopping);
        }

        await using var delete = new NpgsqlCommand("DELETE FROM outbox WHERE sequence = ANY($1)", connection);
        delete.Parameters.Add(new NpgsqlParameter { Value = rows.Select(row => row.Sequence).ToArray() });
        await delete.ExecuteNonQueryAsync(stopping);
        await transaction.CommitAsync(stopping);
        return rows.Count;
    }

    private static async Task<List<Row>> ReadAsync(NpgsqlConnection connection, CancellationToken stopping)
    {
        await using var select = new NpgsqlCommand(
            "SELECT sequence, message_id, exchange, body FROM outbox ORDER BY sequence LIMIT $1 FOR UPDATE SKIP LOCKED", connection);
        select.Parameters.Add(new NpgsqlParameter { Value = RowsPerQuery });
        var rows = new List<Row>(RowsPerQuery);
        await using var reader = await select.ExecuteReaderAsync(stopping);
        while (await reader.ReadAsync(stopping))
            rows.Add(new Row(reader.GetInt64(0), reader.GetGuid(1), reader.GetString(2), reader.GetFieldValue<byte[]>(3)));
        return rows;
    }

    private async Task SendAsync(Row row, CancellationToken stopping)
    {
        if (row.Exchange == PlainTopology.WarehouseQueue)
        {
            var warehouse = await bus.GetSendEndpoint(PlainTopology.WarehouseAddress);
            var command = JsonSerializer.Deserialize(row.Body, ContractsJson.Default.CreateWmsOrder)!;
            await warehouse.Send(command, context => context.MessageId = row.MessageId, stopping);
        }
        else
        {
            var received = JsonSerializer.Deserialize(row.Body, ContractsJson.Default.JoorOrderReceived)!;
            await bus.Publish(received, context => context.MessageId = row.MessageId, stopping);
        }
    }

    private sealed record Row(long Sequence, Guid MessageId, string Exchange, byte[] Body);
}
