using JoorBus.Benchmarks.Amqp;
using JoorBus.Benchmarks.Contending;
using JoorBus.Benchmarks.Source;
using Npgsql;
using RabbitMQ.Client;

namespace JoorBus.Benchmarks.Twins.B;

/// <summary>Micro-batches: one loop per queue takes what waits, up to 100, in one transaction.</summary>
public sealed class TwinB(ChildOptions options, OrderSource source) : IOrderPath
{
    private const int MessagesPerBatch = 100;
    private const ushort Prefetch = 300;
    private readonly PathFailure _failure = new();
    private readonly NpgsqlDataSource _database = Databases.ForBatches(options.Postgres);
    private readonly List<IAsyncDisposable> _opened = [];

    public Task Failed => _failure.Task;

    public async Task StartAsync(CancellationToken stopping)
    {
        var connection = await new ConnectionFactory { Uri = options.Amqp }.CreateConnectionAsync(stopping);
        _opened.Add(connection);
        await TwinTopology.DeclareAsync(connection, options.QueueType, stopping);

        var events = await ConfirmedPublisher.OpenAsync(connection, stopping);
        var commands = await ConfirmedPublisher.OpenAsync(connection, stopping);
        var outbox = new Outbox(_database, _failure, stopping);
        outbox.Start();
        await outbox.SweepAsync(events);

        var translate = new TranslateBatch(_database, outbox, commands, stopping);
        var track = new TrackBatch(_database, commands, stopping);
        await ConsumeAsync(connection, TwinTopology.TranslateQueue, translate.TakeAsync, stopping);
        await ConsumeAsync(connection, TwinTopology.TrackQueue, track.TakeAsync, stopping);
        _failure.Watch(new TwinPoller(source, new OrderIntake(_database, TwinTopology.OrderReceived), outbox, events).RunAsync(stopping));
    }

    public async ValueTask DisposeAsync()
    {
        _opened.Reverse();
        foreach (var opened in _opened)
            await opened.DisposeAsync();
        await _database.DisposeAsync();
    }

    private async Task ConsumeAsync(
        IConnection connection, string queue, Func<IReadOnlyList<Delivery>, Task> take, CancellationToken stopping)
    {
        var batches = await DeliveryBatches.OpenAsync(connection, queue, Prefetch, MessagesPerBatch, stopping);
        _opened.Add(batches);
        _failure.Watch(batches.RunAsync(take, stopping));
    }
}
