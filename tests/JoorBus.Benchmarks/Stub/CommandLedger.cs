using JoorBus.Benchmarks.Source;

namespace JoorBus.Benchmarks.Stub;

/// <summary>Which orders of a feed reached the warehouse, when, and whether one came twice.</summary>
public sealed class CommandLedger(OrderFeed feed)
{
    private readonly long[] _arrivals = new long[feed.Orders];
    private readonly TaskCompletionSource _complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _distinct;

    public int Repeated { get; private set; }

    /// <summary>Ends when a command for each order came and was answered.</summary>
    public Task Complete => _complete.Task;

    public int Arrived => _distinct;

    /// <summary>Commands of other runs, as from a late repetition, are ignored.</summary>
    public void Note(int number, long at)
    {
        var index = number - feed.First;
        if (index < 0 || index >= _arrivals.Length)
            return;
        if (_arrivals[index] != 0)
        {
            Repeated++;
            return;
        }
        _arrivals[index] = at;
        _distinct++;
    }

    public void NoteAnswered()
    {
        if (_distinct == feed.Orders)
            _complete.TrySetResult();
    }

    /// <summary>From "available at the source" to "command on the warehouse's queue", in ticks, in the order of the numbers.</summary>
    public IEnumerable<long> Delays(long start) => _arrivals.Select((arrival, index) => arrival - feed.AvailableAt(index, start));
}
