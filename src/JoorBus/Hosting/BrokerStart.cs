using JoorBus.Configuring;
using JoorBus.Messaging;

namespace JoorBus.Hosting;

/// <summary>Waits for a broker that lets this host in and says in one sentence what it waits for; the bus itself would give up where it is refused.</summary>
internal sealed partial class BrokerStart(HostSettings settings, TimeProvider clock, ILogger<BrokerStart> log) : IHostedService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Messaging.EffectiveTransport != BusTransport.RabbitMq)
            return;
        var nodes = settings.Messaging.NodeAddresses();
        var waiting = new WaitingSentence(clock);
        for (var turn = 0; await BrokerProbe.TryAsync(nodes[turn % nodes.Count], QueueName.WmsOrders, cancellationToken).ConfigureAwait(false) is BrokerFinding.NotReached(var finding, var advice); turn++)
        {
            if (waiting.IsNews(finding))
                Waiting(log, finding, advice);
            await Task.Delay(Pause, clock, cancellationToken).ConfigureAwait(false);
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    [LoggerMessage(Level = LogLevel.Warning, Message = "broker.waiting {Finding:l}; tried again every two seconds. {Advice:l}")]
    private static partial void Waiting(ILogger log, string finding, string advice);
}
