using System.Globalization;
using JoorBus.Simulators.Keeping;

namespace JoorBus.Simulators.Joor;

/// <content>What outlives the process, under the account's lock.</content>
public sealed partial class JoorSimulatorOrders
{
    internal long Steps => _orders.Values.Sum(order => (long)order.Steps);

    /// <summary>All but those given as raw text.</summary>
    internal IReadOnlyList<KeptOrder> Kept => [.. _orders.Values.Where(order => order.Order is not null).OrderBy(order => order.ModifiedAt).Select(order => order.ToKept())];

    internal void Restore(IReadOnlyList<KeptOrder> kept)
    {
        foreach (var one in kept)
        {
            var stored = StoredOrder.Of(one);
            _orders.Add(stored.OrderId, stored);
            stored.Number = _orders.Count;
            stored.ModifiedAt = _log.Add(stored, one.ModifiedAt);
            stored.Json = JoorOrderJson.Of(stored, _options);
        }

        _generator.GoOnAfter(kept.Select(one => long.TryParse(one.Order.JoorOrderId, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0).DefaultIfEmpty().Max());
    }
}
