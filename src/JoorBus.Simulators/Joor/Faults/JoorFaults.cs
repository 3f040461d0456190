namespace JoorBus.Simulators.Joor;

/// <summary>Faults waiting for a request to hit. The oldest one that matches is used.</summary>
public sealed class JoorFaults
{
    private readonly Lock _lock = new();
    private readonly Random _random;
    private readonly List<(JoorFault Fault, int? Left)> _waiting = [];

    internal JoorFaults(int seed) => _random = new Random(seed);

    /// <summary>Faults that have not hit all they shall.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock)
                return _waiting.Count;
        }
    }

    public void Add(JoorFault fault)
    {
        if (fault.Probability is not (> 0 and <= 1))
            throw new ArgumentOutOfRangeException(nameof(fault), fault.Probability, "A fault's probability is above 0 and at most 1.");
        if (fault.Count <= 0)
            throw new ArgumentOutOfRangeException(nameof(fault), fault.Count, "A fault hits at least one request; leave the count out for no limit.");
        lock (_lock)
            _waiting.Add((fault, fault.Count));
    }

    public void Clear()
    {
        lock (_lock)
            _waiting.Clear();
    }

    internal JoorFault? Draw(string pathAndQuery)
    {
        lock (_lock)
        {
            for (var i = 0; i < _waiting.Count; i++)
            {
                var (fault, left) = _waiting[i];
                if (fault.Matching is { } text && !pathAndQuery.Contains(text, StringComparison.OrdinalIgnoreCase))
                    continue;
                if (fault.Probability < 1 && _random.NextDouble() >= fault.Probability)
                    continue;
                if (left == 1)
                    _waiting.RemoveAt(i);
                else
                    _waiting[i] = (fault, left - 1);
                return fault;
            }
            return null;
        }
    }

    /// <summary>An even chance.</summary>
    internal bool IsHit()
    {
        lock (_lock)
            return _random.Next(2) == 0;
    }

    internal byte[] Garbage()
    {
        var bytes = new byte[512];
        lock (_lock)
            _random.NextBytes(bytes);
        return bytes;
    }
}
