using Microsoft.Extensions.Logging;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace JoorBus.Inventory.Receiving;

/// <summary>
/// Takes good levels as the channel delivers them, stores those that wait together, then acknowledges them together. What is odd, or comes back because
/// it could not be stored, goes through MassTransit's pipeline, which stores it alone or refuses it with its reason.
/// </summary>
internal sealed partial class LevelDeliveries(
    DirectLevels reader, LevelGathering gathering, LevelIntake intake, AheadConsumers ahead, GroupedAcknowledgements acknowledgements, TimeProvider clock,
    ILogger<LevelDeliveries> log) : IAsyncBasicConsumer
{
    // Less than MassTransit allows an endpoint for stopping.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private readonly PacedAcknowledgements _paced = new(acknowledgements);
    private IAsyncBasicConsumer _pipeline = null!;
    private Task _storing = Task.CompletedTask;
    private bool _isStopping;

    public IChannel? Channel => _pipeline.Channel;

    /// <summary>This, before MassTransit's own consumer.</summary>
    public LevelDeliveries Before(IAsyncBasicConsumer pipeline)
    {
        _pipeline = pipeline;
        return this;
    }

    public async Task HandleBasicDeliverAsync(
        string consumerTag, ulong deliveryTag, bool redelivered, string exchange, string routingKey, IReadOnlyBasicProperties properties, ReadOnlyMemory<byte> body, CancellationToken cancellationToken = default)
    {
        ahead.Came(body.Length);
        _paced.Came(body.Length);
        if (!redelivered)
        {
            // Not read before there is room: rows take more memory than bytes.
            await gathering.RoomAsync().ConfigureAwait(false);
            if (reader.TryRead(exchange, properties, body.Span) is { } levels)
            {
                Gather(deliveryTag, levels);
                return;
            }
        }

        await _pipeline.HandleBasicDeliverAsync(consumerTag, deliveryTag, redelivered, exchange, routingKey, properties, body, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Takes nothing more; returns when what was taken is stored, or does not get stored for long: the broker then delivers it again.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        Task storing;
        lock (_lock)
        {
            _isStopping = true;
            storing = _storing;
        }

        await storing.WaitAsync(Patience, clock, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _paced.Rest();
    }

    public Task HandleBasicConsumeOkAsync(string consumerTag, CancellationToken cancellationToken = default) =>
        _pipeline.HandleBasicConsumeOkAsync(consumerTag, cancellationToken);

    public Task HandleBasicCancelAsync(string consumerTag, CancellationToken cancellationToken = default) =>
        _pipeline.HandleBasicCancelAsync(consumerTag, cancellationToken);

    public Task HandleBasicCancelOkAsync(string consumerTag, CancellationToken cancellationToken = default) =>
        _pipeline.HandleBasicCancelOkAsync(consumerTag, cancellationToken);

    public Task HandleChannelShutdownAsync(object channel, ShutdownEventArgs reason) => _pipeline.HandleChannelShutdownAsync(channel, reason);

    private void Gather(ulong deliveryTag, IReadOnlyList<LevelRow> levels)
    {
        lock (_lock)
        {
            // While it stops, what comes stays unacknowledged, and the broker gives it to another.
            if (!_isStopping && gathering.Add(deliveryTag, levels))
            {
                _storing = Task.Run(StoreAsync, CancellationToken.None);
            }
        }
    }

    private async Task StoreAsync()
    {
        while (gathering.Take() is { } gathered)
        {
            try
            {
                await intake.StoreAsync(gathered.Levels, CancellationToken.None).ConfigureAwait(false);
                _paced.Done(gathered.Tags);
            }
            catch (Exception fault)
            {
                NotStored(log, gathered.Tags.Count, fault.Message);
                foreach (var tag in gathered.Tags)
                {
                    acknowledgements.GiveBack(tag);
                }
            }
        }

        _paced.Rest();
        ahead.Rest();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "inventory.receive of {Messages} messages failed: {Reason}; each is taken again by itself")]
    private static partial void NotStored(ILogger log, int messages, string reason);
}
