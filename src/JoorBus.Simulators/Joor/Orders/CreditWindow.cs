namespace JoorBus.Simulators.Joor;

/// <summary>Fixed window that starts with its first request and refills fully, as JOOR's rate-limit page describes it.</summary>
internal sealed class CreditWindow(int credits, TimeSpan length)
{
    private readonly Lock _lock = new();
    private DateTimeOffset _ends;
    private int _left;

    public bool TrySpend(int cost, DateTimeOffset now)
    {
        lock (_lock)
        {
            if (now >= _ends)
                (_ends, _left) = (now + length, credits);
            if (_left < cost)
                return false;
            _left -= cost;
            return true;
        }
    }
}
