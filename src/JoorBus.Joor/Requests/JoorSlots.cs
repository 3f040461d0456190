using System.Collections.Concurrent;

namespace JoorBus.Joor;

/// <summary>One request at a time per account and endpoint: JOOR asks to await each answer before the next call.</summary>
internal sealed class JoorSlots
{
    private readonly ConcurrentDictionary<(string Account, string Endpoint), SemaphoreSlim> _slots = new();

    public async Task<Slot> EnterAsync(string account, string endpoint, CancellationToken cancellationToken)
    {
        var gate = _slots.GetOrAdd((account, endpoint), _ => new SemaphoreSlim(1, 1));
        await gate.WaitAsync(cancellationToken);
        return new Slot(gate);
    }

    internal readonly struct Slot(SemaphoreSlim gate) : IDisposable
    {
        public void Dispose() => gate.Release();
    }
}
