namespace JoorBus.Persistence.Committing;

/// <summary>Turns many look-ups of one key into few look-ups of many keys.</summary>
internal sealed class Coalescer<TKey, TResult>
    where TKey : notnull
{
    private readonly Func<IReadOnlyList<TKey>, Task<Func<TKey, TResult>>> load;
    private readonly Drain<Request> drain;

    /// <param name="load">Loads all keys at once; the answer gives each key's result.</param>
    /// <param name="maxKeys">Most keys per look-up.</param>
    public Coalescer(Func<IReadOnlyList<TKey>, Task<Func<TKey, TResult>>> load, int maxKeys)
    {
        this.load = load;
        drain = new Drain<Request>(maxKeys, lanes: 1, AnswerAsync);
    }

    public Task<TResult> GetAsync(TKey key)
    {
        var request = new Request(key);
        drain.Add(request);
        return request.Answer.Task;
    }

    private async Task AnswerAsync(IReadOnlyList<Request> requests)
    {
        try
        {
            var find = await load([.. requests.Select(request => request.Key)]).ConfigureAwait(false);
            foreach (var request in requests)
            {
                request.Answer.TrySetResult(find(request.Key));
            }
        }
        catch (Exception fault)
        {
            foreach (var request in requests)
            {
                request.Answer.TrySetException(fault);
            }
        }
    }

    private sealed record Request(TKey Key)
    {
        public TaskCompletionSource<TResult> Answer { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
