namespace JoorBus.Joor;

/// <summary>Where the gateway finds a connection's options for each request; stored connections may change at any moment.</summary>
/// <remarks>Unchanged options come back as the same instance: the gateway derives what it needs once per instance.</remarks>
public interface IJoorConnections
{
    /// <summary>What this process knows; null when the connection is unknown, removed or disabled.</summary>
    JoorConnectionOptions? Find(string key);

    /// <summary>Looks at the source itself and returns what is there now; null when the connection is unknown, removed or disabled.</summary>
    ValueTask<JoorConnectionOptions?> RefreshAsync(string key, CancellationToken cancellationToken);

    /// <summary>By the name people see, for <see cref="JoorConnectionOptions.BorrowConcurrencyFrom"/>; a connection that was never renamed has its name as key.</summary>
    JoorConnectionOptions? FindNamed(string name) => Find(name);
}
