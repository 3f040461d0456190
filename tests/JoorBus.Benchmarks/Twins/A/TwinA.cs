using JoorBus.Benchmarks.Amqp;
using JoorBus.Benchmarks.Contending;
using JoorBus.Benchmarks.Source;
using Npgsql;
using RabbitMQ.Client;

namespace JoorBus.Benchmarks.Twins.A;

/// <summary>One message per transaction, 16 at a time in each queue.</summary>
public sealed class TwinA(ChildOptions options, OrderSource source) : IOrderPath
{
    private const ushort AtATime = 16;
    private readonly PathFailure _failure = new();
    private readonly NpgsqlDataSource _singles = Databases.ForSingleRows(options.Postgres, 2 * AtATime);
    private readonly NpgsqlDataSource _batches = Databases.ForBatches(options.Postgres);
    private readonly List<IAsyncDisposable> _opened = [];

    public Task Failed => _failure.Task;

    public async Task StartAsync(CancellationToken stopping)
    {
        var connection = await new ConnectionFactory { Uri = options.Amqp }.CreateConnectionAsync(stopping);
        _opened.Add(connection);
        await TwinTopology.DeclareAsync(connection, options.QueueType, stopping);

        var events = await ConfirmedPublisher.OpenAsync(connection, stopping);
        var commands = await ConfirmedPublisher.OpenAsync(connection, stopping);
        var outbox = new Outbox(_batches, _failure, stopping);
        outbox.Start();
        await outbox.SweepAsync(events);

        var translate = new TranslateOne(_singles, outbox, commands, stopping);
        var track = new TrackOne(_singles, stopping);
        _opened.Add(await EachDelivery.ConsumeAsync(
            connection, TwinTopology.TranslateQueue, AtATime, _failure.Guarding<Delivery>(translate.TakeAsync), stopping));
        _opened.Add(await EachDelivery.ConsumeAsync(
            connection, TwinTopology.TrackQueue, AtATime, _failure.Guarding<Delivery>(track.TakeAsync), stopping));
        _failure.Watch(new TwinPoller(source, new OrderIntake(_batches, TwinTopology.OrderReceived), outbox, events).RunAsync(stopping));
    }

    public async ValueTask DisposeAsync()
    {
        _opened.Reverse();
        foreach (var opened in _opened)
            await opened.DisposeAsync();
        await _singles.DisposeAsync();
        await _batches.DisposeAsync();
    }
}
