using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Wms;

/// <summary>A warehouse in memory: takes the bus's order commands, decides, remembers. Acts once per idempotency key and answers each time.</summary>
public sealed partial class WmsSimulator(WmsSimulatorOptions? options = null, TimeProvider? time = null)
{
    private readonly WmsSimulatorOptions _options = options ?? new();
    private readonly TimeProvider _time = time ?? TimeProvider.System;
    private readonly Lock _lock = new();
    private readonly Dictionary<Guid, WmsOrderState> _orders = [];
    private readonly Dictionary<string, string> _refusals = [];
    private readonly PriorityQueue<Guid, DateTimeOffset> _toShip = new();

    /// <summary>While false nothing leaves the warehouse, however long it is due.</summary>
    public bool IsDockOpen { get; set; } = true;

    /// <summary>Refuses creations and amendments of an order until <see cref="Allow"/>.</summary>
    public void Refuse(string orderNumber, string reason)
    {
        lock (_lock)
            _refusals[orderNumber] = reason;
    }

    /// <summary>Ends a refusal; what was refused stays so until it is sent again.</summary>
    public void Allow(string orderNumber)
    {
        lock (_lock)
            _refusals.Remove(orderNumber);
    }

    public WmsReply Receive(CreateWmsOrder command) => Receive(WmsCommand.Of(command));

    public WmsReply Receive(AmendWmsOrder command) => Receive(WmsCommand.Of(command));

    public WmsReply Receive(CancelWmsOrder command) => Receive(WmsCommand.Of(command));

    public WmsLedger Ledger()
    {
        lock (_lock)
            return new([.. _orders.Values.Select(WmsOrderEntry.Of)]);
    }

    /// <summary>What it heard of its stock and styles in JOOR.</summary>
    public WmsPushes Pushes { get; } = new();

    internal TimeProvider Time => _time;

    internal bool Ships => _options.ShipAfter is not null;

    /// <summary>Ships what is due and returns the announcements.</summary>
    internal IReadOnlyList<WmsAnswer> ShipDue()
    {
        var shipped = new List<WmsAnswer>();
        lock (_lock)
        {
            var now = _time.GetUtcNow();
            while (IsDockOpen && _toShip.TryPeek(out var orderId, out var due) && due <= now)
            {
                _toShip.Dequeue();
                if (_orders[orderId].Status != WmsOrderStatus.Accepted)
                    continue;
                (_orders[orderId], var answer) = WmsDeciding.Ship(_orders[orderId], now);
                shipped.Add(answer);
                _steps++;
            }
        }
        return shipped;
    }

    private WmsReply Receive(WmsCommand command)
    {
        WmsDecision decision;
        lock (_lock)
        {
            var before = _orders.GetValueOrDefault(command.OrderId) ?? WmsOrderState.Before(command);
            var now = _time.GetUtcNow();
            decision = WmsDeciding.Decide(before, command, Verdict(command), now);
            _orders[command.OrderId] = decision.State;
            _steps++;
            if (_options.ShipAfter is { } wait && command.Kind == WmsCommandKind.Create && decision is { IsRepetition: false, State.Status: WmsOrderStatus.Accepted })
                _toShip.Enqueue(command.OrderId, now + wait);
        }
        return new(Repeat(decision, command.Key), Latency(command.Key));
    }

    private WmsVerdict Verdict(WmsCommand command)
    {
        var share = command.Kind == WmsCommandKind.Cancel ? _options.CancelRejectShare : _options.RejectShare;
        if (command.Kind != WmsCommandKind.Cancel && _refusals.TryGetValue(command.OrderNumber, out var reason))
            return new(reason);
        if (!Draws(command.Key, "reject", share))
            return new((string?)null);
        var reasons = _options.RejectReasons;
        return new(command.Kind == WmsCommandKind.Cancel
            ? "Order is being picked and cannot be cancelled"
            : reasons[(int)(Seeded.Draw(_options.Seed, command.Key, "reason") * reasons.Count)]);
    }

    private IReadOnlyList<WmsAnswer> Repeat(WmsDecision decision, Guid key)
    {
        if (!decision.IsRepetition && Draws(key, "silent", _options.SilentShare))
            return [];
        return Draws(key, "twice", _options.AnswerTwiceShare) ? [decision.Answer, decision.Answer] : [decision.Answer];
    }

    private TimeSpan Latency(Guid key) =>
        _options.MinLatency + ((_options.MaxLatency - _options.MinLatency) * Seeded.Draw(_options.Seed, key, "latency"));

    private bool Draws(Guid key, string purpose, double share) => share > 0 && Seeded.Draw(_options.Seed, key, purpose) < share;
}
