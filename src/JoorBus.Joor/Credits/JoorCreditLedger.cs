namespace JoorBus.Joor;

/// <summary>What one account spent lately.</summary>
internal sealed class JoorCreditLedger(JoorCreditOptions options, TimeProvider clock)
{
    private readonly Lock _gate = new();
    private readonly Queue<(long At, int Credits)> _spent = new();
    private DateTimeOffset _blockedUntil = DateTimeOffset.MinValue;
    private int _total;

    private TimeSpan Memory => options.Window + options.Lag;

    public JoorCreditGrant Spend(int credits, JoorPriority priority)
    {
        var usable = options.CreditsPerWindow - (priority == JoorPriority.OrderReading ? 0 : options.ReservedForOrders);
        ArgumentOutOfRangeException.ThrowIfLessThan(credits, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(credits, usable);
        lock (_gate)
        {
            Forget();
            var now = clock.GetUtcNow();
            if (now < _blockedUntil)
                return new JoorCreditGrant.NotBefore(_blockedUntil);
            if (_total + credits > usable)
                return new JoorCreditGrant.NotBefore(now + WaitFor(_total + credits - usable));
            _spent.Enqueue((clock.GetTimestamp(), credits));
            _total += credits;
            return new JoorCreditGrant.Granted(usable - _total);
        }
    }

    public void BlockUntil(DateTimeOffset until)
    {
        lock (_gate)
            _blockedUntil = until > _blockedUntil ? until : _blockedUntil;
    }

    private void Forget()
    {
        while (_spent.TryPeek(out var oldest) && clock.GetElapsedTime(oldest.At) >= Memory)
            _total -= _spent.Dequeue().Credits;
    }

    private TimeSpan WaitFor(int missing)
    {
        foreach (var (at, credits) in _spent)
        {
            missing -= credits;
            if (missing <= 0)
                return Memory - clock.GetElapsedTime(at);
        }
        return Memory;
    }
}
