namespace JoorBus.Simulators.Joor;

/// <summary>Orders by modified date. Dates are unique and rise by at least a microsecond, so the list is sorted by being appended to.</summary>
internal sealed class ModificationLog
{
    private static readonly TimeSpan Step = TimeSpan.FromMicroseconds(1);
    private readonly List<(DateTimeOffset At, StoredOrder Order)> _entries = [];

    public DateTimeOffset Add(StoredOrder order, DateTimeOffset now)
    {
        var at = now.ToUniversalTime();
        at = at.AddTicks(-(at.Ticks % TimeSpan.TicksPerMicrosecond));
        if (_entries.Count > 0 && at <= _entries[^1].At)
            at = _entries[^1].At + Step;
        _entries.Add((at, order));
        return at;
    }

    public IEnumerable<StoredOrder> Between(DateTimeOffset from, DateTimeOffset to)
    {
        for (var i = FirstFrom(from); i < _entries.Count && _entries[i].At <= to; i++)
        {
            // An order that changed again stands further down.
            if (_entries[i].At == _entries[i].Order.ModifiedAt)
                yield return _entries[i].Order;
        }
    }

    private int FirstFrom(DateTimeOffset from)
    {
        var (low, high) = (0, _entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_entries[middle].At < from)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }
}
