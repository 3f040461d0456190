using System.Runtime.CompilerServices;

namespace JoorBus.Joor;

/// <summary>Pages as an async stream that holds one page at a time.</summary>
internal static class JoorStreams
{
    /// <summary>Ends after the last page, or after the first answer that is not accepted.</summary>
    public static IAsyncEnumerable<JoorAnswer<JoorPage<T>>> ReadAll<T>(
        int first, Func<int, CancellationToken, Task<JoorAnswer<JoorPage<T>>>> read, CancellationToken cancellationToken) =>
        ReadAll<T, int?>(first, (at, token) => read(at!.Value, token), (_, page) => page.Next, cancellationToken);

    /// <summary>The same, with places told by <paramref name="after"/>: null after the last page.</summary>
    public static async IAsyncEnumerable<JoorAnswer<JoorPage<T>>> ReadAll<T, TPlace>(
        TPlace first, Func<TPlace, CancellationToken, Task<JoorAnswer<JoorPage<T>>>> read, Func<TPlace, JoorPage<T>, TPlace?> after,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        string? before = null;
        for (TPlace? next = first; next is { } at;)
        {
            var answer = await read(at, cancellationToken);
            next = default;
            if (answer is JoorAnswer<JoorPage<T>>.Accepted { Value: var page })
            {
                // A list that JOOR does not page comes again as it was: without this the stream would never end.
                if (page.Fingerprint == before && page.Items.Count > 0)
                    yield break;
                (before, next) = (page.Fingerprint, after(at, page));
            }
            yield return answer;
        }
    }
}
