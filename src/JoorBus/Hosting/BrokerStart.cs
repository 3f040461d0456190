using JoorBus.Configuring;
using JoorBus.Messaging;

namespace JoorBus.Hosting;

/// <summary>Says in one sentence why the broker cannot be used, while the bus waits for it.</summary>
internal sealed partial class BrokerStart(HostSettings settings, TimeProvider clock, ILogger<BrokerStart> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Messaging.EffectiveTransport != BusTransport.RabbitMq || settings.Messaging.Nodes is not null)
            return;
        var waiting = new WaitingSentence(clock);
        while (await BrokerProbe.TryAsync(new Uri(settings.Messaging.RabbitMq!), QueueName.WmsOrders, stoppingToken).ConfigureAwait(false) is BrokerFinding.NotReached(var finding, var advice))
        {
            if (waiting.IsNews(finding))
                Waiting(log, finding, advice);
            await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(false);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "broker.waiting {Finding:l}; tried again every few seconds. {Advice:l}")]
    private static partial void Waiting(ILogger log, string finding, string advice);
}
