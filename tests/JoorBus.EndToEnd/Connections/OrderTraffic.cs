using JoorBus.Simulators.Joor;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd.Connections;

/// <summary>Orders that never cease: as soon as some have reached the warehouse, one is amended, one is cancelled and more are approved.</summary>
internal sealed class OrderTraffic
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly JoorSimulatorOrders _orders;
    private readonly Func<IReadOnlyList<string>, bool> _areInWarehouse;
    private readonly Task _flow;
    private volatile bool _isEnding;
    private int _rounds;

    public OrderTraffic(JoorSimulatorOrders orders, Func<IReadOnlyList<string>, bool> areInWarehouse)
    {
        (_orders, _areInWarehouse) = (orders, areInWarehouse);
        _flow = FlowAsync();
    }

    /// <summary>Until orders that were approved after this call are in the warehouse.</summary>
    public async Task FlowOnAsync()
    {
        var goal = Volatile.Read(ref _rounds) + 2;
        await Eventually.BecomesTrueAsync(
            async () =>
            {
                if (_flow.IsFaulted)
                    await _flow;
                return Volatile.Read(ref _rounds) >= goal;
            },
            "new orders reach the warehouse",
            Patience * 2);
    }

    public Task EndAsync()
    {
        _isEnding = true;
        return _flow;
    }

    private async Task FlowAsync()
    {
        while (!_isEnding)
        {
            var ids = _orders.AddApproved(4);
            await Eventually.BecomesTrueAsync(() => _areInWarehouse(ids), $"orders of account {_orders.AccountId} are in the warehouse", Patience);
            _orders.Amend(ids[0]);
            _orders.Cancel(ids[1]);
            Interlocked.Increment(ref _rounds);
        }
    }
}
