using System.Text.Json;
using JoorBus.Benchmarks.Amqp;
using JoorBus.Benchmarks.Source;
using JoorBus.Contracts;
using Npgsql;

namespace JoorBus.Benchmarks.Twins.B;

/// <summary>Up to 100 events and answers: one read, one write, one commit.</summary>
public sealed class TrackBatch(NpgsqlDataSource database, CancellationToken stopping)
{
    public async Task TakeAsync(IReadOnlyList<Delivery> batch)
    {
        var messages = batch.DistinctBy(delivery => delivery.MessageId).Select(TrackMessage.Read).ToList();

        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var sagas = new SagaBatch(connection, stopping);

        var fresh = await sagas.OpenAsync(messages);
        var now = TimeProvider.System.GetUtcNow();
        foreach (var message in messages.Where(message => fresh.Contains(message.MessageId)))
            sagas.Apply(message, now);
        await sagas.WriteAsync();
        await transaction.CommitAsync(stopping);
    }
}

/// <summary>An event (with its notice) or an answer.</summary>
public sealed record TrackMessage(Guid MessageId, Guid OrderId, OrderNotice? Notice, string? WmsOrderId)
{
    public static TrackMessage Read(Delivery delivery)
    {
        if (delivery.Exchange == TwinTopology.OrderReceived)
        {
            var notice = JsonSerializer.Deserialize(delivery.Body, PathJson.Default.OrderNotice)!;
            return new TrackMessage(delivery.MessageId, notice.OrderId, notice, null);
        }
        var answer = JsonSerializer.Deserialize(delivery.Body, ContractsJson.Default.WmsOrderAccepted)!;
        return new TrackMessage(delivery.MessageId, answer.OrderId, null, answer.WmsOrderId);
    }
}
