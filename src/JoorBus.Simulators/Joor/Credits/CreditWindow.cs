namespace JoorBus.Simulators.Joor;

/// <summary>Fixed window that starts with its first request and refills fully, as JOOR's rate-limit page describes it.</summary>
internal sealed class CreditWindow(int credits, TimeSpan length)
{
    private readonly Lock _lock = new();
    private readonly List<JoorCreditWindow> _windows = [];

    /// <summary>The number of the window the request falls into, from 1, and whether the credits sufficed.</summary>
    public bool TrySpend(int cost, DateTimeOffset now, out int window)
    {
        lock (_lock)
        {
            if (_windows.Count == 0 || now >= _windows[^1].EndsAt)
                _windows.Add(new(_windows.Count + 1, now, now + length, Spent: 0, Refused: 0));
            var current = _windows[^1];
            window = current.Number;
            var isEnough = current.Spent + cost <= credits;
            _windows[^1] = isEnough ? current with { Spent = current.Spent + cost } : current with { Refused = current.Refused + 1 };
            return isEnough;
        }
    }

    public IReadOnlyList<JoorCreditWindow> Snapshot()
    {
        lock (_lock)
            return [.. _windows];
    }
}
