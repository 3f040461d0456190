using System.Globalization;
using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Storing;

namespace JoorBus.Connections.Managing;

/// <summary>
/// After a stored change: this host knows it at once, and, where asked, nothing older is under way anywhere. From the commit on no
/// request with older options is let out, since each permit compares its revision with the stored one.
/// </summary>
public sealed class ConnectionSettling(ConnectionCatalog catalog, IEnumerable<IConnectionDraining> draining)
{
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    internal async Task KnowAsync(string key, CancellationToken cancellationToken) => await catalog.RefreshAsync(key, cancellationToken);

    /// <summary>Null when nothing older is under way; else a sentence that says how many requests are.</summary>
    internal async Task<string?> DrainAsync(StoredConnection stored, CancellationToken cancellationToken)
    {
        await KnowAsync(stored.Key, cancellationToken);
        var patience = TimeSpan.FromTicks(Math.Min((stored.Settings.RequestTimeout + Margin).Ticks, Longest.Ticks));
        var left = 0;
        foreach (var one in draining)
            left = Math.Max(left, await one.WaitUntilDrainedAsync(stored.Key, stored.Version + 1, patience, cancellationToken));
        return left == 0 ? null : string.Create(
            CultureInfo.InvariantCulture,
            $"The change is stored, and no new request uses what was before; but after {patience.TotalSeconds:0} s {left} request{(left == 1 ? "" : "s")} with the old settings {(left == 1 ? "is" : "are")} still under way.");
    }
}
