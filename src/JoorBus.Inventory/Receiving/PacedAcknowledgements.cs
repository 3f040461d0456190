namespace JoorBus.Inventory.Receiving;

/// <summary>
/// Tells the broker of stored deliveries while others come: told of all at once, it would send as many at once, and they would fill the memory before they
/// are read.
/// </summary>
internal sealed class PacedAcknowledgements(GroupedAcknowledgements acknowledgements)
{
    private const int BytesAtOnce = 4 << 20;
    private const int LeastAtOnce = 4;
    private readonly Lock _lock = new();
    private readonly Queue<ulong> _stored = [];
    private int _came;
    private int _atOnce = LeastAtOnce;

    /// <summary>A delivery came; as many as come are told of.</summary>
    public void Came(int bytes)
    {
        lock (_lock)
        {
            _atOnce = Math.Max(LeastAtOnce, BytesAtOnce / Math.Max(1, bytes));
            if (_stored.Count > 0 && ++_came >= Math.Max(1, _atOnce / 4))
            {
                Tell(_came);
                _came = 0;
            }
        }
    }

    public void Done(IReadOnlyList<ulong> tags)
    {
        lock (_lock)
        {
            foreach (var tag in tags)
            {
                _stored.Enqueue(tag);
            }

            Tell(_atOnce);
        }
    }

    /// <summary>Nothing more waits: the broker hears of everything.</summary>
    public void Rest()
    {
        lock (_lock)
        {
            Tell(_stored.Count);
        }
    }

    private void Tell(int most)
    {
        var tags = new List<ulong>(Math.Min(most, _stored.Count));
        while (tags.Count < most && _stored.TryDequeue(out var tag))
        {
            tags.Add(tag);
        }

        if (tags.Count > 0)
        {
            acknowledgements.Done(tags);
        }
    }
}
