using JoorBus.Inventory.Planning;

namespace JoorBus.Inventory.Pushing;

/// <summary>Finds the entries for which JOOR refuses whole requests, by sending halves, with a bounded number of requests.</summary>
internal sealed class HalvedRequest
{
    private const int MostRequests = 24;
    private readonly Queue<IReadOnlyList<SlotKey>> _waiting = new();
    private int _used;

    /// <summary>The part to send next; null when there is none.</summary>
    public IReadOnlyList<SlotKey>? Next => _waiting.TryPeek(out var next) ? next : null;

    /// <summary>False once enough was tried: what is refused then is refused entry by entry.</summary>
    public bool MayGoOn => _used < MostRequests;

    /// <summary>A request that is not a half begins anew.</summary>
    public void Reset() => _used = 0;

    public void Taken()
    {
        _waiting.Dequeue();
        _used++;
    }

    public void Split(IReadOnlyList<SlotKey> refused)
    {
        var half = (refused.Count + 1) / 2;
        _waiting.Enqueue([.. refused.Take(half)]);
        if (refused.Count > half)
            _waiting.Enqueue([.. refused.Skip(half)]);
    }
}
