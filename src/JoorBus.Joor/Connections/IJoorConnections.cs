namespace JoorBus.Joor;

/// <summary>Where the gateway finds a connection's options for each request; stored connections may change at any moment.</summary>
public interface IJoorConnections
{
    /// <summary>What this process knows; null when the connection is unknown, removed or disabled.</summary>
    JoorConnectionOptions? Find(string key);

    /// <summary>Looks at the source itself and returns what is there now; null when the connection is unknown, removed or disabled.</summary>
    ValueTask<JoorConnectionOptions?> RefreshAsync(string key, CancellationToken cancellationToken);
}
