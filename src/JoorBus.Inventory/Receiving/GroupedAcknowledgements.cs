using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;

namespace JoorBus.Inventory.Receiving;

/// <summary>
/// Acknowledges the deliveries of one channel together, always after they are done. What the broker did not hear, because the channel or this process
/// ended, it delivers again.
/// </summary>
internal sealed partial class GroupedAcknowledgements(ChannelContext channel, AheadConsumers ahead, int mostHeld, ILogger log)
{
    private readonly Lock _lock = new();
    private readonly AcknowledgementLedger _ledger = new(mostHeld);
    private Task _sending = Task.CompletedTask;
    private bool _isSending;
    private bool _isEnding;

    public void Done(ulong tag)
    {
        ahead.Told(1);
        lock (_lock)
        {
            _ledger.Done(tag);
            Begin();
        }
    }

    public void Done(IReadOnlyList<ulong> tags)
    {
        ahead.Told(tags.Count);
        lock (_lock)
        {
            for (var i = 0; i < tags.Count; i++)
            {
                _ledger.Done(tags[i]);
            }

            Begin();
        }
    }

    /// <summary>The broker delivers it again.</summary>
    public void GiveBack(ulong tag)
    {
        ahead.Told(1);
        lock (_lock)
        {
            _ledger.GiveBack(tag);
            Begin();
        }
    }

    /// <summary>Returns when the broker was told of all that is done. From now on nothing waits for what is not done.</summary>
    public Task EndAsync()
    {
        lock (_lock)
        {
            _isEnding = true;
            Begin();
            return _sending;
        }
    }

    // One sends at a time: frames must go in the order of the ledger.
    private void Begin()
    {
        if (!_isSending)
        {
            _isSending = true;
            _sending = Task.Run(SendAsync);
        }
    }

    private async Task SendAsync()
    {
        while (Take() is { } frames)
        {
            try
            {
                foreach (var frame in frames)
                {
                    await SendAsync(frame).ConfigureAwait(false);
                }
            }
            catch (Exception fault)
            {
                NotTold(log, fault.Message);
            }
        }
    }

    private async Task SendAsync(Acknowledgement frame)
    {
        if (frame.Kind == AcknowledgementKind.GivenBack)
        {
            await channel.BasicNack(frame.Tag, multiple: false, requeue: true, CancellationToken.None).ConfigureAwait(false);
        }
        else
        {
            await channel.BasicAck(frame.Tag, frame.Kind == AcknowledgementKind.DoneUpTo, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private List<Acknowledgement>? Take()
    {
        lock (_lock)
        {
            var frames = _ledger.Take(_isEnding);
            _isSending = frames.Count > 0;
            return _isSending ? frames : null;
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "inventory.receive could not acknowledge: {Reason}; the broker delivers again what it did not hear of")]
    private static partial void NotTold(ILogger log, string reason);
}
