using JoorBus.Configuring;
using JoorBus.Messaging;
using MassTransit;
using RabbitMQ.Client.Exceptions;

namespace JoorBus.Hosting;

/// <summary>
/// Ends a host that a broker lets in but whose queues are not all consumed: an endpoint can stay deaf after its connection broke while it was starting.
/// Whoever started the host starts it again; nothing is lost by it, unacknowledged messages come again.
/// </summary>
internal sealed partial class BusWatch(HostSettings settings, IBusControl bus, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<BusWatch> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);
    private readonly TaskCompletionSource _givenUp = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Dictionary<string, string> _reasons = [];

    /// <summary>Ends when this host is told to stop for that. What hangs may hang its stop, too.</summary>
    public Task GivenUp => _givenUp.Task;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (settings.Messaging.EffectiveTransport != BusTransport.RabbitMq)
            return;
        var nodes = BrokerAddress.Nodes(settings.Messaging);
        var deafness = new Deafness();
        using var timer = new PeriodicTimer(Pause, clock);
        for (var turn = 0; await timer.WaitForNextTickAsync(stoppingToken).ConfigureAwait(false); turn++)
        {
            var health = bus.CheckHealth();
            var isWhole = health.Status == BusHealthStatus.Healthy;
            Remember(health);
            var isThere = isWhole || await BrokerProbe.TryAsync(nodes[turn % nodes.Count], QueueName.WmsOrders, stoppingToken).ConfigureAwait(false) is BrokerFinding.Reached;
            if (!deafness.Note(isWhole, isThere, clock.GetUtcNow()))
                continue;
            var deaf = health.Endpoints.Values.Where(endpoint => endpoint.Status != BusHealthStatus.Healthy).Select(NameOf);
            Deaf(log, (int)Deafness.Patience.TotalSeconds, string.Join(", ", deaf.Select(name => _reasons.TryGetValue(name, out var reason) ? $"{name} ({reason})" : name)));
            _givenUp.SetResult();
            lifetime.StopApplication();
            return;
        }
    }

    // An endpoint that tries again has no fault while it does.
    private void Remember(BusHealthResult health)
    {
        foreach (var endpoint in health.Endpoints.Values)
        {
            if (endpoint.Exception?.GetBaseException() is { } fault)
                _reasons[NameOf(endpoint)] = fault is OperationInterruptedException { ShutdownReason: { } told } ? told.ReplyText : fault.Message;
        }
    }

    private static string NameOf(EndpointHealthResult endpoint) => endpoint.InputAddress.AbsolutePath.Split('/')[^1];

    [LoggerMessage(Level = LogLevel.Critical, Message = "bus.deaf RabbitMQ lets this host in, but for {Seconds} s these queues were not consumed: {Queues:l}. It ends, to be started again; what it had not finished comes again.")]
    private static partial void Deaf(ILogger log, int seconds, string queues);
}
