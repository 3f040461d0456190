using System.Collections.Concurrent;

namespace JoorBus.Persistence.Committing;

/// <summary>
/// Takes whatever waits, never lingers: the first item goes alone, what arrives meanwhile goes together.
/// At most <paramref name="lanes"/> groups are under way at once.
/// </summary>
internal sealed class Drain<T>(int maxItems, int lanes, Func<IReadOnlyList<T>, Task> handle)
{
    private readonly ConcurrentQueue<T> waiting = new();
    private int running;

    public void Add(T item)
    {
        waiting.Enqueue(item);
        TryStart();
    }

    private void TryStart()
    {
        while (true)
        {
            var current = Volatile.Read(ref running);
            if (current >= lanes)
            {
                return;
            }

            if (Interlocked.CompareExchange(ref running, current + 1, current) == current)
            {
                _ = Task.Run(RunAsync);
                return;
            }
        }
    }

    private async Task RunAsync()
    {
        while (true)
        {
            var group = Take();
            if (group.Count > 0)
            {
                await handle(group).ConfigureAwait(false);
                continue;
            }

            Interlocked.Decrement(ref running);
            // An item may have arrived between the last look and the decrement.
            if (!waiting.IsEmpty)
            {
                TryStart();
            }

            return;
        }
    }

    private List<T> Take()
    {
        var group = new List<T>();
        while (group.Count < maxItems && waiting.TryDequeue(out var item))
        {
            group.Add(item);
        }

        return group;
    }
}
