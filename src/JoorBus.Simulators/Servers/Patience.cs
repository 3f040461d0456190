using System.Diagnostics;

namespace JoorBus.Simulators.Servers;

/// <summary>Waits for what a process outside .NET does, which no event announces.</summary>
internal static class Patience
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(40);

    public static async Task<bool> UntilAsync(Func<ValueTask<bool>> condition, TimeSpan limit, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        while (!await condition())
        {
            if (Stopwatch.GetElapsedTime(started) > limit)
                return false;
            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }

        return true;
    }
}
