using System.Diagnostics;

namespace JoorBus.TestKit;

/// <summary>Waits for real state to come about; the one place in the tests that asks again and again.</summary>
public static class Eventually
{
    public static readonly TimeSpan UsualLimit = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    /// <param name="condition">Asked every 20 ms; what it throws ends the wait.</param>
    /// <param name="what">Completes the sentence "… did not come true".</param>
    /// <param name="limit">30 seconds when absent.</param>
    public static async Task BecomesTrueAsync(Func<Task<bool>> condition, string what, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(condition);
        await ReadsAsync(condition, holds => holds, what, limit);
    }

    public static Task BecomesTrueAsync(Func<bool> condition, string what, TimeSpan? limit = null) =>
        BecomesTrueAsync(() => Task.FromResult(condition()), what, limit);

    /// <summary>Returns the first value that is as wanted; a failure shows the last one read.</summary>
    public static async Task<T> ReadsAsync<T>(Func<Task<T>> read, Predicate<T> wanted, string what, TimeSpan? limit = null)
    {
        ArgumentNullException.ThrowIfNull(read);
        ArgumentNullException.ThrowIfNull(wanted);
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var value = await read();
            if (wanted(value))
                return value;
            if (Stopwatch.GetElapsedTime(started) > (limit ?? UsualLimit))
                throw new NeverCameTrueException($"\"{what}\" did not come true within {(limit ?? UsualLimit).TotalSeconds:0.###} s; last read: {value}.");
            await Task.Delay(Pause, TimeProvider.System);
        }
    }
}
