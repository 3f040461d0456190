using MassTransit;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JoorBus.Simulators.Wms;

/// <summary>Ships accepted orders when they are due and announces it. An announcement that cannot be published is kept and tried again.</summary>
public sealed partial class WmsShipping(WmsSimulator wms, IBus bus, ILogger<WmsShipping> logger) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);
    private readonly Queue<WmsAnswer> _announcements = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!wms.Ships)
            return;
        using var timer = new PeriodicTimer(Interval, wms.Time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            foreach (var answer in wms.ShipDue())
                _announcements.Enqueue(answer);
            await Announce(stoppingToken);
        }
    }

    private async Task Announce(CancellationToken stoppingToken)
    {
        try
        {
            while (_announcements.TryPeek(out var answer))
            {
                var withId = Pipe.Execute<PublishContext>(send => send.MessageId = answer.MessageId);
                await bus.Publish(answer.Message, answer.Message.GetType(), withId, stoppingToken);
                _announcements.Dequeue();
            }
        }
        catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
        {
            AnnouncementFailed(logger, fault, _announcements.Count);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "wms-simulator.announcement-failed {Waiting} shipments wait to be announced")]
    private static partial void AnnouncementFailed(ILogger logger, Exception fault, int waiting);
}
