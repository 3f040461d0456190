using JoorBus.Connections.Cataloguing;
using JoorBus.Joor;

namespace JoorBus.Orders.Polling;

/// <summary>The connections to poll as they are now, and how to learn that they are others.</summary>
/// <param name="Look">What is there now.</param>
/// <param name="WaitForChangeAsync">Ends when there is another version than the one given.</param>
public sealed record PolledConnections(Func<PolledVersion> Look, Func<long, CancellationToken, Task> WaitForChangeAsync)
{
    /// <summary>Every connection in use, wherever it is given.</summary>
    public static PolledConnections Of(ConnectionCatalog catalog) =>
        new(() => new PolledVersion(catalog.Version, catalog.Current), catalog.WaitForChangeAsync);

    /// <summary>Connections that stay as they are until the host ends.</summary>
    public static PolledConnections Fixed(IReadOnlyList<JoorConnectionOptions> connections) =>
        new(() => new PolledVersion(0, connections), static (_, cancellationToken) => new TaskCompletionSource().Task.WaitAsync(cancellationToken));
}

/// <summary>One state of the connections: those that are enabled.</summary>
public sealed record PolledVersion(long Version, IReadOnlyList<JoorConnectionOptions> Connections);
