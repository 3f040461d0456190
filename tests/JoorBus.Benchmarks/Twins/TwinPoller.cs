using JoorBus.Benchmarks.Amqp;
using JoorBus.Benchmarks.Source;

namespace JoorBus.Benchmarks.Twins;

/// <summary>Page after page: store, then publish the events. The same for both twins.</summary>
public sealed class TwinPoller(OrderSource source, OrderIntake intake, Outbox outbox, ConfirmedPublisher publisher)
{
    public async Task RunAsync(CancellationToken stopping)
    {
        while (true)
        {
            var page = await source.NextPageAsync(stopping);
            var orders = SourceOrder.ReadPage(page, TimeProvider.System.GetUtcNow());
            var rows = await intake.StoreAsync(orders, stopping);
            foreach (var order in orders)
            {
                if (rows.TryGetValue(order.MessageId, out var sequence))
                    await outbox.PublishAsync(publisher, new OutgoingMessage(TwinTopology.OrderReceived, "", order.MessageId, order.Event), sequence);
            }
        }
    }
}
