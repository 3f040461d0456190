using JoorBus.Benchmarks.Amqp;
using Npgsql;

namespace JoorBus.Benchmarks.Twins.B;

/// <summary>Up to 100 events and answers: one read, one write, one commit.</summary>
public sealed class TrackBatch(NpgsqlDataSource database, ConfirmedPublisher publisher, CancellationToken stopping)
{
    public async Task TakeAsync(IReadOnlyList<Delivery> batch)
    {
        var messages = batch.DistinctBy(delivery => delivery.MessageId).Select(TrackMessage.Read).ToList();
        var early = await StoreAsync(messages);
        if (early.Count == 0)
            return;

        // Only after a crash of the broker can an answer overtake its event: it goes to the queue's end, with its id.
        foreach (var message in early)
            await await publisher.PublishAsync(message.Again(), stopping);
        await StoreAsync([.. messages.Except(early)]);
    }

    /// <summary>Returns the answers that came before their event; if there are any, nothing was stored.</summary>
    private async Task<IReadOnlyList<TrackMessage>> StoreAsync(IReadOnlyList<TrackMessage> messages)
    {
        await using var connection = await database.OpenConnectionAsync(stopping);
        await using var transaction = await connection.BeginTransactionAsync(stopping);
        var sagas = new SagaBatch(connection, stopping);

        var fresh = await sagas.OpenAsync(messages);
        var now = TimeProvider.System.GetUtcNow();
        var early = messages.Where(message => fresh.Contains(message.MessageId) && !sagas.Apply(message, now)).ToList();
        if (early.Count > 0)
            return early;

        await sagas.WriteAsync();
        await transaction.CommitAsync(stopping);
        return [];
    }
}
