namespace JoorBus.Inventory.Receiving;

/// <summary>
/// How many messages the broker may send ahead. At rest few, whatever their size may be; a flood of small ones widens it, so that many changes of an
/// item are merged before they are stored. Pure; not for several threads.
/// </summary>
/// <param name="most">Most messages.</param>
/// <param name="mostBytes">Most bytes that all of them may have, as far as their sizes can be foreseen.</param>
internal sealed class AheadWindow(int most, long mostBytes)
{
    private const int AtRest = 32;
    private const int MostBytesAtOnce = 8 << 20;
    private int _open;
    private int _largest;

    /// <summary>Messages that the broker may have sent without hearing of them.</summary>
    public int Size { get; private set; } = Math.Min(AtRest, most);

    public bool IsWide => Size > AtRest;

    /// <summary>A message came. Returns by how many messages the window becomes wider; below 0: it goes back to its beginning.</summary>
    public int Came(int bytes)
    {
        _open++;
        _largest = Math.Max(_largest, Math.Max(1, bytes));
        if ((long)bytes * Size > mostBytes)
        {
            return Rest();
        }

        // Wider only when the broker may send nothing more, and the memory that all may need is there.
        var step = Math.Min(Math.Min(Size, Math.Max(1, MostBytesAtOnce / _largest)), most - Size);
        if (_open < Size || step <= 0 || (long)_largest * (Size + step) > mostBytes)
        {
            return 0;
        }

        Size += step;
        return step;
    }

    /// <summary>The broker hears of messages that came.</summary>
    public void Told(int messages) => _open -= messages;

    /// <summary>Nothing more waits, or what comes is large.</summary>
    public int Rest()
    {
        var wider = Size - Math.Min(AtRest, most);
        (Size, _largest) = (Size - wider, 0);
        return -wider;
    }
}
