using MassTransit.RabbitMqTransport;
using Microsoft.Extensions.Logging;

namespace JoorBus.Inventory.Receiving;

/// <summary>
/// Lets the broker send as much ahead as <see cref="AheadWindow"/> says: beside MassTransit's consumer further ones of the same channel come and go, because
/// a consumer keeps the number it began with.
/// </summary>
internal sealed partial class AheadConsumers(ChannelContext channel, AheadWindow window, TimeProvider clock, ILogger log)
{
    private static readonly TimeSpan Calm = TimeSpan.FromSeconds(1);
    private readonly Lock _lock = new();
    private readonly List<string> _further = [];
    private Task _changing = Task.CompletedTask;
    private bool _isEnding;
    private bool _isCalming;
    private long _came;
    private string _queue = "";
    private LevelDeliveries? _deliveries;

    public async Task<string> BeginAsync(
        string queue, bool noAck, bool exclusive, IDictionary<string, object?> arguments, LevelDeliveries deliveries, string consumerTag, CancellationToken cancellationToken)
    {
        (_queue, _deliveries) = (queue, deliveries);
        await channel.BasicQos(0, (ushort)window.Size, global: false, cancellationToken).ConfigureAwait(false);
        return await channel.BasicConsume(queue, noAck, exclusive, arguments, deliveries, consumerTag, cancellationToken).ConfigureAwait(false);
    }

    public void Came(int bytes)
    {
        lock (_lock)
        {
            _came++;
            Change(window.Came(bytes));
        }
    }

    public void Told(int messages)
    {
        lock (_lock)
        {
            window.Told(messages);
        }
    }

    /// <summary>Nothing more waits. If nothing comes for a while either, the window closes.</summary>
    public void Rest()
    {
        lock (_lock)
        {
            if (!_isCalming && window.IsWide)
            {
                _isCalming = true;
                _ = CalmAsync(_came);
            }
        }
    }

    /// <summary>Returns when only MassTransit's consumer is left.</summary>
    public async Task EndAsync(CancellationToken cancellationToken)
    {
        Task ending;
        lock (_lock)
        {
            Change(-1);
            _isEnding = true;
            ending = _changing;
        }

        await ending.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task CalmAsync(long came)
    {
        var isCalm = false;
        while (!isCalm)
        {
            await Task.Delay(Calm, clock, CancellationToken.None).ConfigureAwait(false);
            lock (_lock)
            {
                (isCalm, came) = (came == _came || _isEnding, _came);
                if (isCalm)
                {
                    _isCalming = false;
                    Change(window.Rest());
                }
            }
        }
    }

    private void Change(int messages)
    {
        if (messages != 0 && !_isEnding)
        {
            var before = _changing;
            _changing = Task.Run(() => ChangeAsync(before, messages));
        }
    }

    private async Task ChangeAsync(Task before, int messages)
    {
        await before.ConfigureAwait(false);
        try
        {
            if (messages > 0)
            {
                await channel.BasicQos(0, (ushort)messages, global: false, CancellationToken.None).ConfigureAwait(false);
                _further.Add(await channel.BasicConsume(
                    _queue, noAck: false, exclusive: false, new Dictionary<string, object?>(), new FurtherConsumer(_deliveries!), "", CancellationToken.None).ConfigureAwait(false));
                return;
            }

            foreach (var consumer in _further)
            {
                await channel.BasicCancel(consumer, CancellationToken.None).ConfigureAwait(false);
            }

            _further.Clear();
        }
        catch (Exception fault)
        {
            NotChanged(log, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "inventory.receive could not change what the broker sends ahead: {Reason}; the channel begins anew")]
    private static partial void NotChanged(ILogger log, string reason);
}
