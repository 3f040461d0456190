namespace JoorBus.Demo;

/// <summary>Waits until the second host has taken the work it is to be killed at.</summary>
internal static class DemoLeases
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Stock and products of each brand.</summary>
    public static int All => 2 * DemoBrand.All.Count;

    /// <summary>How many it has; fewer than all when patience ended.</summary>
    public static async Task<int> WaitAsync(string database, CancellationToken cancellationToken)
    {
        var (clock, held) = (TimeProvider.System, 0);
        for (var end = clock.GetUtcNow() + Patience; held < All && clock.GetUtcNow() < end;)
        {
            await Task.Delay(Look, clock, cancellationToken).ConfigureAwait(false);
            held = await DemoWork.LeasesAsync(database, cancellationToken).ConfigureAwait(false);
        }

        return held;
    }
}
