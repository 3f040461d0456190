using JoorBus.Joor;

namespace JoorBus.Orders.Polling;

/// <summary>The connections to poll as they are now, and how to learn that they are others.</summary>
/// <param name="Look">What is there now.</param>
/// <param name="WaitForChangeAsync">Ends when there is another version than the one given.</param>
public sealed record PolledConnections(Func<PolledVersion> Look, Func<long, CancellationToken, Task> WaitForChangeAsync)
{
    /// <summary>Connections that stay as they are until the host ends.</summary>
    public static PolledConnections Fixed(IReadOnlyList<JoorConnectionOptions> connections) =>
        new(() => new PolledVersion(0, connections), static (_, cancellationToken) => Task.Delay(Timeout.Infinite, cancellationToken));
}

/// <summary>One state of the connections: those that are enabled.</summary>
public sealed record PolledVersion(long Version, IReadOnlyList<JoorConnectionOptions> Connections);
