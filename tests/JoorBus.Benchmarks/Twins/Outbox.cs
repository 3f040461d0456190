using System.Threading.Channels;
using JoorBus.Benchmarks.Amqp;
using Npgsql;

namespace JoorBus.Benchmarks.Twins;

/// <summary>Publishes committed outbox rows and deletes them behind the pipeline, after the broker's confirm.</summary>
public sealed class Outbox(NpgsqlDataSource database, PathFailure failure, CancellationToken stopping)
{
    private const int RowsPerDelete = 100;
    private static readonly TimeSpan Gathering = TimeSpan.FromMilliseconds(20);
    private readonly Channel<long> _confirmed = Channel.CreateUnbounded<long>();

    public void Start() => failure.Watch(DeleteConfirmedAsync());

    /// <summary>Returns when the message is written to the broker's socket; the delete follows its confirm.</summary>
    public async Task PublishAsync(ConfirmedPublisher publisher, OutgoingMessage message, long sequence)
    {
        var confirm = await publisher.PublishAsync(message, stopping);
        failure.Watch(DeleteAfterAsync(confirm, sequence));
    }

    /// <summary>Delivers what an earlier death left behind; receivers recognise repetitions by the message id.</summary>
    public async Task SweepAsync(ConfirmedPublisher publisher)
    {
        await using var command = database.CreateCommand(
            "SELECT sequence, message_id, exchange, routing_key, body FROM outbox ORDER BY sequence");
        await using var reader = await command.ExecuteReaderAsync(stopping);
        while (await reader.ReadAsync(stopping))
        {
            var message = new OutgoingMessage(
                reader.GetString(2), reader.GetString(3), reader.GetGuid(1), reader.GetFieldValue<byte[]>(4));
            await PublishAsync(publisher, message, reader.GetInt64(0));
        }
    }

    private async Task DeleteAfterAsync(Task confirm, long sequence)
    {
        await confirm;
        _confirmed.Writer.TryWrite(sequence);
    }

    private async Task DeleteConfirmedAsync()
    {
        var rows = new List<long>(RowsPerDelete);
        while (await _confirmed.Reader.WaitToReadAsync(stopping))
        {
            if (_confirmed.Reader.Count < RowsPerDelete)
                await Task.Delay(Gathering, TimeProvider.System, stopping);
            while (rows.Count < RowsPerDelete && _confirmed.Reader.TryRead(out var sequence))
                rows.Add(sequence);

            await using var command = database.CreateCommand("DELETE FROM outbox WHERE sequence = ANY($1)");
            command.Parameters.Add(new NpgsqlParameter<long[]> { TypedValue = [.. rows] });
            await command.ExecuteNonQueryAsync(stopping);
            rows.Clear();
        }
    }
}
