namespace JoorBus.Inventory.Pushing;

/// <summary>A lease in this process: whoever works under it knows until when, while the host renews it.</summary>
internal sealed class HeldLease(DateTimeOffset until, TimeProvider clock)
{
    private long _until = until.UtcTicks;

    public DateTimeOffset Until => new(Volatile.Read(ref _until), TimeSpan.Zero);

    /// <summary>A lease only grows: one that was read before it grew says nothing.</summary>
    public void Renew(DateTimeOffset renewed)
    {
        var ticks = renewed.UtcTicks;
        for (var known = Volatile.Read(ref _until); known < ticks; known = Volatile.Read(ref _until))
            Interlocked.CompareExchange(ref _until, ticks, known);
    }

    /// <summary>Runs the work, and cancels it before the lease ends: nothing of it is under way when another host takes over.</summary>
    public async Task<T> WithinAsync<T>(TimeSpan margin, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var working = work(stop.Token);
        while (!working.IsCompleted)
        {
            var left = Until - margin - clock.GetUtcNow();
            if (left <= TimeSpan.Zero)
            {
                await stop.CancelAsync();
                break;
            }

            using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(working, Task.Delay(left, clock, enough.Token));
            await enough.CancelAsync();
        }

        return await working;
    }
}
