using MassTransit;

namespace JoorBus.Simulators.Wms;

/// <summary>Publishes what the warehouse tells. What the bus does not take is kept and tried again, as a warehouse with an outbox does.</summary>
public sealed class WmsPublisher(IPublishEndpoint bus, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private int _repeated;

    /// <summary>Messages that had to be published again.</summary>
    public int Repeated => _repeated;

    /// <summary>Publishes them all, <paramref name="atOnce"/> at a time; within these the order is the bus's.</summary>
    public async Task PublishAsync(IReadOnlyList<WmsAnnouncement> announcements, int atOnce, CancellationToken cancellationToken)
    {
        foreach (var some in announcements.Chunk(atOnce))
            await Task.WhenAll(some.Select(announcement => PublishAsync(announcement, cancellationToken)));
    }

    private async Task PublishAsync(WmsAnnouncement announcement, CancellationToken cancellationToken)
    {
        var withId = Pipe.Execute<PublishContext>(send => send.MessageId = announcement.MessageId);
        while (true)
        {
            try
            {
                await bus.Publish(announcement.Message, announcement.Message.GetType(), withId, cancellationToken);
                return;
            }
            catch (Exception) when (!cancellationToken.IsCancellationRequested)
            {
                Interlocked.Increment(ref _repeated);
                await Task.Delay(Patience, time, cancellationToken);
            }
        }
    }
}
