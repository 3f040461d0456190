namespace JoorBus.Inventory.Pacing;

/// <summary>When entries became due for sending, over the last windows. Neighbours count as one moment, the farther apart the more there are.</summary>
public sealed class Arrivals(TimeSpan window, DateTimeOffset since)
{
    private const int Windows = 4;
    private const int MostMoments = 4000;

    private readonly TimeSpan _leastGrain = window / 100_000;
    private readonly List<Moment> _all = [];
    private TimeSpan _grain = window / 100_000;
    private int _first;

    /// <summary>Since when arrivals are known; at most four windows ago.</summary>
    public DateTimeOffset Since { get; private set; } = since;

    public int Count => _all.Count - _first;

    /// <summary>All entries together.</summary>
    public long Entries => Count == 0 ? 0 : Between(0, Count);

    public Arrival this[int index] => _all[_first + index].Arrival;

    public void Add(DateTimeOffset at, int entries)
    {
        if (entries <= 0)
            return;
        Append(at, entries);
        Forget(at);
        if (Count > MostMoments)
            Coarsen();
    }

    /// <summary>Entries of the arrivals between two places.</summary>
    public long Between(int from, int end) => end <= from ? 0 : _all[_first + end - 1].Until - _all[_first + from].Until + this[from].Entries;

    /// <summary>Place of the first arrival not before <paramref name="at"/>.</summary>
    public int IndexOf(DateTimeOffset at)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = this[middle].At < at ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Lets go of what is too old.</summary>
    public void Forget(DateTimeOffset now)
    {
        var edge = now - (Windows * window);
        if (Since >= edge)
            return;
        Since = edge;
        while (_first < _all.Count && _all[_first].Arrival.At < edge)
            _first++;
        if (_first <= _all.Count / 2 || _first < 1000)
            return;
        _all.RemoveRange(0, _first);
        _first = 0;
        if (Count < MostMoments / 4 && _grain > _leastGrain)
            _grain /= 2;
    }

    private void Append(DateTimeOffset at, int entries)
    {
        var until = entries + (_all.Count == 0 ? 0 : _all[^1].Until);
        if (Count > 0 && at - this[Count - 1].At < _grain)
            _all[^1] = new Moment(_all[^1].Arrival with { Entries = _all[^1].Arrival.Entries + entries }, until);
        else
            _all.Add(new Moment(new Arrival(at, entries), until));
    }

    private void Coarsen()
    {
        var fine = _all[_first..];
        _all.Clear();
        (_first, _grain) = (0, _grain * 2);
        foreach (var moment in fine)
            Append(moment.Arrival.At, moment.Arrival.Entries);
    }

    /// <summary>An arrival, and the entries of all until it, itself included.</summary>
    private readonly record struct Moment(Arrival Arrival, long Until);
}

/// <summary>Entries that became due at one moment.</summary>
public readonly record struct Arrival(DateTimeOffset At, int Entries);
