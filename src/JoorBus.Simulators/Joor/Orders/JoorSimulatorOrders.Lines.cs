using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <content>Lines that go and come with their items, under the account's lock.</content>
public sealed partial class JoorSimulatorOrders
{
    internal void DropLines(Func<JoorOrderLine, bool> isGone, Func<StoredOrder, bool> isOpen) => TakeLines(isGone, isOpen, (_, _) => { });

    internal void HideLines(Func<JoorOrderLine, bool> isGone, Func<StoredOrder, bool> isOpen) =>
        TakeLines(isGone, isOpen, (stored, line) => stored.HiddenLines.Add(line));

    internal void ShowLines(Func<JoorOrderLine, bool> isBack)
    {
        foreach (var stored in _orders.Values.Where(stored => stored.HiddenLines.Exists(line => isBack(line))).ToList())
        {
            var back = stored.HiddenLines.Where(isBack).ToList();
            stored.HiddenLines.RemoveAll(line => isBack(line));
            SetLines(stored, [.. stored.Order!.Lines.Concat(back).OrderBy(line => line.LineNumber)]);
        }
    }

    private void TakeLines(Func<JoorOrderLine, bool> isGone, Func<StoredOrder, bool> isOpen, Action<StoredOrder, JoorOrderLine> keep)
    {
        foreach (var stored in _orders.Values.Where(stored => stored.Order is { } order && isOpen(stored) && order.Lines.Any(isGone)).ToList())
        {
            foreach (var line in stored.Order!.Lines.Where(isGone))
                keep(stored, line);
            SetLines(stored, [.. stored.Order.Lines.Where(line => !isGone(line))]);
        }
    }

    private void SetLines(StoredOrder stored, IReadOnlyList<JoorOrderLine> lines) =>
        Replace(stored, Totals.Of(stored.Order! with { Lines = lines }), stored.IsInProgress);
}
