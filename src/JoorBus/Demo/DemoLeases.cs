namespace JoorBus.Demo;

/// <summary>Waits until the second host has taken the stock it is to be killed at; styles are taken when there are some.</summary>
internal static class DemoLeases
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>How many it has; fewer than all when patience ended.</summary>
    public static async Task<int> WaitAsync(string database, CancellationToken cancellationToken)
    {
        var (clock, held) = (TimeProvider.System, 0);
        for (var end = clock.GetUtcNow() + Patience; held < DemoBrand.All.Count && clock.GetUtcNow() < end;)
        {
            await Task.Delay(Look, clock, cancellationToken).ConfigureAwait(false);
            held = await DemoWork.LeasesAsync(database, cancellationToken).ConfigureAwait(false);
        }

        return held;
    }
}
