using System.Collections.Concurrent;

namespace JoorBus.Persistence.Committing;

/// <summary>
/// Takes whatever waits, never lingers: the first item goes alone, what arrives meanwhile goes together.
/// At most <paramref name="lanes"/> groups are under way at once.
/// </summary>
/// <param name="maxItems">Most items of a group; with a weight, the weight at which a group is full.</param>
/// <param name="lanes">Groups at once.</param>
/// <param name="handle">Takes a group; never throws.</param>
/// <param name="weigh">Weight of an item; 1 each where it is missing.</param>
public sealed class Drain<T>(int maxItems, int lanes, Func<IReadOnlyList<T>, Task> handle, Func<T, int>? weigh = null)
{
    private readonly ConcurrentQueue<T> waiting = new();
    private int running;

    /// <summary>Hands over an item; returns at once.</summary>
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
        var weight = 0;
        while (weight < maxItems && waiting.TryDequeue(out var item))
        {
            group.Add(item);
            weight += weigh?.Invoke(item) ?? 1;
        }

        return group;
    }
}
