using System.Text.Json;
using JoorBus.Benchmarks.Amqp;
using Npgsql;
using RabbitMQ.Client;

namespace JoorBus.Benchmarks.Stock;

/// <summary>By hand: one loop takes what waits, up to 500 messages, merges an item's changes, one upsert over unnest, one acknowledgement.</summary>
public sealed class StockTwin(string postgres, Uri amqp) : IStockReceiver
{
    public const string Queue = "stock-twin";
    private const int MostMessages = 500;
    private readonly CancellationTokenSource _stopping = new();
    private readonly NpgsqlDataSource _database = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(postgres) { MaxAutoPrepare = 10, AutoPrepareMinUsages = 2 });
    private Task _loop = Task.CompletedTask;
    private IConnection? _connection;
    private DeliveryBatches? _batches;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync(cancellationToken);
        _batches = await DeliveryBatches.OpenAsync(_connection, Queue, 2 * MostMessages, MostMessages, _stopping.Token);
        _loop = _batches.RunAsync(StoreAsync, _stopping.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_batches is { } batches)
            await batches.DisposeAsync();
        if (_connection is { } connection)
            await connection.DisposeAsync();
        await _database.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task StoreAsync(IReadOnlyList<Delivery> deliveries)
    {
        var newest = new Dictionary<string, TwinLevel>(deliveries.Count);
        foreach (var level in deliveries.SelectMany(Read))
        {
            if (!newest.TryGetValue(level.Sku, out var known) || known.Sequence < level.Sequence)
                newest[level.Sku] = level;
        }
        TwinLevel[] rows = [.. newest.Values.OrderBy(level => level.Sku, StringComparer.Ordinal)];
        await using var command = _database.CreateCommand(StockSchema.Upsert);
        command.Parameters.AddWithValue(rows.Select(row => row.Sku).ToArray());
        command.Parameters.AddWithValue(rows.Select(row => row.Sequence).ToArray());
        command.Parameters.AddWithValue(rows.Select(row => row.OnHand).ToArray());
        command.Parameters.AddWithValue(rows.Select(row => row.Allocated).ToArray());
        command.Parameters.AddWithValue(rows.Select(row => row.Available).ToArray());
        command.Parameters.AddWithValue(rows.Select(row => row.Identity).ToArray());
        await command.ExecuteNonQueryAsync();
    }

    private static IReadOnlyList<TwinLevel> Read(Delivery delivery) => TwinLevel.ReadAll(new Utf8JsonReader(delivery.Body));
}
