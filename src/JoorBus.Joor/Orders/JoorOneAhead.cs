using System.Runtime.CompilerServices;

namespace JoorBus.Joor;

/// <summary>Streams of answers.</summary>
internal static class JoorOneAhead
{
    /// <summary>Fetches the next item while the last one is consumed; never more than one, so memory stays flat.</summary>
    public static async IAsyncEnumerable<T> OneAhead<T>(this IAsyncEnumerable<T> source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        await using var items = source.GetAsyncEnumerator(stop.Token);
        var next = items.MoveNextAsync().AsTask();
        try
        {
            while (await next)
            {
                var item = items.Current;
                next = items.MoveNextAsync().AsTask();
                yield return item;
            }
        }
        finally
        {
            // A consumer that has seen enough leaves no request behind.
            await stop.CancelAsync();
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }
}
