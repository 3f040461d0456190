using JoorBus.Joor;
using JoorBus.Orders.Polling;

namespace JoorBus.Orders.Acknowledging;

/// <summary>Tells JOOR which orders are safely stored, in the way that the connection's API has for it.</summary>
public sealed class ExportMarker(WindowMarking windows, OrderMarking orders)
{
    /// <summary>True when nothing is left to mark.</summary>
    public Task<bool> MarkAsync(JoorOrderReader reader, ImportRules rules, PollLease lease, CancellationToken cancellationToken) =>
        reader.MarksBy == JoorMarksBy.Order
            ? orders.MarkAsync(reader, rules, cancellationToken)
            : windows.MarkAsync(reader, rules, lease, cancellationToken);
}
