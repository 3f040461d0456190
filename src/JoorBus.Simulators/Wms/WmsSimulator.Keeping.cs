using JoorBus.Simulators.Keeping;

namespace JoorBus.Simulators.Wms;

/// <content>What outlives the process.</content>
public sealed partial class WmsSimulator
{
    private long _steps;

    /// <summary>Goes on from a file and writes every change into it from now on. What was to ship waits its full time again.</summary>
    public IAsyncDisposable Keep(string file)
    {
        lock (_lock)
        {
            foreach (var state in KeptFile.Read<IReadOnlyList<WmsOrderState>>(file) ?? [])
            {
                _orders[state.OrderId] = state;
                if (_options.ShipAfter is { } wait && state.Status == WmsOrderStatus.Accepted)
                    _toShip.Enqueue(state.OrderId, _time.GetUtcNow() + wait);
            }
        }

        var keeper = new Keeper(() => Interlocked.Read(ref _steps), () => KeptFile.Write(file, States()), _time);
        keeper.Start();
        return keeper;
    }

    private List<WmsOrderState> States()
    {
        lock (_lock)
            return [.. _orders.Values];
    }
}
