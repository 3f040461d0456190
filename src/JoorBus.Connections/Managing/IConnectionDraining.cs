namespace JoorBus.Connections.Managing;

/// <summary>Knows which requests are under way, over all copies.</summary>
public interface IConnectionDraining
{
    /// <summary>Waits until no request of the connection with options older than <paramref name="revision"/> is under way.</summary>
    /// <param name="key">Key of the connection.</param>
    /// <param name="revision">First revision that may stay under way.</param>
    /// <param name="patience">Longest wait.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>How many are still under way: 0 unless patience ended.</returns>
    Task<int> WaitUntilDrainedAsync(string key, int revision, TimeSpan patience, CancellationToken cancellationToken);
}
