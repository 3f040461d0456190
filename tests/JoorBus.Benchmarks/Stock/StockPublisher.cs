using JoorBus.Benchmarks.Amqp;
using RabbitMQ.Client;

namespace JoorBus.Benchmarks.Stock;

/// <summary>Fills a queue before anybody listens, so that only the receiving is measured.</summary>
public static class StockPublisher
{
    public static async Task FillAsync(Uri amqp, string exchange, string routingKey, StockLoad load, CancellationToken cancellationToken)
    {
        await using var connection = await new ConnectionFactory { Uri = amqp }.CreateConnectionAsync(cancellationToken);
        await using var publisher = await ConfirmedPublisher.OpenAsync(connection, cancellationToken);
        var last = Task.CompletedTask;
        for (var message = 0; message < load.Messages; message++)
            last = await publisher.PublishAsync(new OutgoingMessage(exchange, routingKey, IdOf(load, message), load.Body(message)), cancellationToken);
        // The ring of confirms is waited for in order, so the last one ends all but its neighbours.
        await last.WaitAsync(cancellationToken);
    }

    private static Guid IdOf(StockLoad load, int message) => new(message, (short)(load.PerMessage & 0x7FFF), 7, 1, 2, 3, 4, 5, 6, 7, 8);
}
