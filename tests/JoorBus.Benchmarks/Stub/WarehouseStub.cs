using JoorBus.Benchmarks.Amqp;
using JoorBus.Benchmarks.Source;
using RabbitMQ.Client;

namespace JoorBus.Benchmarks.Stub;

/// <summary>Takes every contender's commands in the benchmark's own process, notes when each came, and answers.</summary>
public sealed class WarehouseStub : IAsyncDisposable
{
    private const ushort Prefetch = 300;
    private const int AnswersPerBatch = 100;
    private readonly CancellationTokenSource _stopping = new();
    private readonly WarehouseRoute _route;
    private readonly IConnection _connection;
    private readonly ConfirmedPublisher _publisher;
    private readonly DeliveryBatches _commands;
    private readonly Task _loop;
    private CommandLedger _ledger = new(new OrderFeed(0, 0));

    private WarehouseStub(WarehouseRoute route, IConnection connection, ConfirmedPublisher publisher, DeliveryBatches commands)
    {
        (_route, _connection, _publisher, _commands) = (route, connection, publisher, commands);
        _loop = commands.RunAsync(AnswerAsync, _stopping.Token);
    }

    /// <summary>Ends only by failure or disposal.</summary>
    public Task Failed => _loop;

    public static async Task<WarehouseStub> StartAsync(WarehouseRoute route, CancellationToken cancellationToken)
    {
        var connection = await new ConnectionFactory { Uri = route.Amqp }.CreateConnectionAsync(cancellationToken);
        var publisher = await ConfirmedPublisher.OpenAsync(connection, cancellationToken);
        var commands = await DeliveryBatches.OpenAsync(connection, route.Queue, Prefetch, AnswersPerBatch, CancellationToken.None);
        return new WarehouseStub(route, connection, publisher, commands);
    }

    /// <summary>Begins a new ledger for the orders of this feed.</summary>
    public CommandLedger Expect(OrderFeed feed) => _ledger = new CommandLedger(feed);

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _loop.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await _commands.DisposeAsync();
        await _publisher.DisposeAsync();
        await _connection.DisposeAsync();
        _stopping.Dispose();
    }

    private async Task AnswerAsync(IReadOnlyList<Delivery> batch)
    {
        var confirms = new List<Task>(batch.Count);
        foreach (var delivery in batch)
        {
            var command = WarehouseCommand.Read(delivery.Body);
            _ledger.Note(command.Number, delivery.At);
            var answerId = UuidV5.Create(delivery.MessageId, "accepted");
            var answer = new OutgoingMessage(_route.AnswerExchange, "", answerId, command.Answer()) { Headers = _route.Headers };
            confirms.Add(await _publisher.PublishAsync(answer, _stopping.Token));
        }
        await Task.WhenAll(confirms);
        _ledger.NoteAnswered();
    }
}
