namespace JoorBus.Inventory.Pacing;

/// <summary>When entries became due for sending, over the last window. Neighbours within a four-thousandth of it count as one moment.</summary>
public sealed class Arrivals(TimeSpan window, DateTimeOffset since)
{
    private readonly TimeSpan _grain = window / 4000;
    private readonly List<Arrival> _all = [];
    private int _first;

    /// <summary>Since when arrivals are known; at most a window ago.</summary>
    public DateTimeOffset Since { get; private set; } = since;

    public int Count => _all.Count - _first;

    /// <summary>All entries together.</summary>
    public long Entries { get; private set; }

    public Arrival this[int index] => _all[_first + index];

    public void Add(DateTimeOffset at, int entries)
    {
        if (entries <= 0)
            return;
        Entries += entries;
        if (_all.Count > _first && at - _all[^1].At < _grain)
            _all[^1] = _all[^1] with { Entries = _all[^1].Entries + entries };
        else
            _all.Add(new Arrival(at, entries));
        Forget(at);
    }

    /// <summary>Lets go of what is older than a window.</summary>
    public void Forget(DateTimeOffset now)
    {
        var edge = now - window;
        if (Since >= edge)
            return;
        Since = edge;
        for (; _first < _all.Count && _all[_first].At < edge; _first++)
            Entries -= _all[_first].Entries;
        if (_first <= _all.Count / 2 || _first < 1000)
            return;
        _all.RemoveRange(0, _first);
        _first = 0;
    }
}

/// <summary>Entries that became due at one moment.</summary>
public readonly record struct Arrival(DateTimeOffset At, int Entries);
