namespace JoorBus.Gaps.Tests.Racing;

/// <summary>Holds the first comers until all expected ones are there; who comes later passes.</summary>
internal sealed class Rendezvous(int expected)
{
    private readonly TaskCompletionSource met = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int come;

    public Task ComeAsync()
    {
        if (Interlocked.Increment(ref come) >= expected)
            met.TrySetResult();
        return met.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System);
    }
}
