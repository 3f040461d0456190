using JoorBus.Connections.Cataloguing;
using JoorBus.Joor;

namespace JoorBus.Products;

/// <summary>Connections as this slice sees them: stored under keys that never change, known to people and messages by names.</summary>
/// <param name="Current">The connections in use now.</param>
/// <param name="KeyOf">The key of a name, whatever its case; null where no connection has it.</param>
/// <param name="NameOf">The present name of a key; the key itself where the connection is gone.</param>
public sealed record ProductConnections(Func<IReadOnlyList<JoorConnectionOptions>> Current, Func<string, string?> KeyOf, Func<string, string> NameOf)
{
    /// <summary>Every connection, wherever it is given.</summary>
    public static ProductConnections In(ConnectionCatalog catalog) => new(
        () => catalog.Current,
        name => catalog.Named(name)?.Key,
        key => catalog.All.FirstOrDefault(connection => connection.Key == key)?.Name ?? key);

    /// <summary>Connections that stay as they are until the host ends.</summary>
    public static ProductConnections Fixed(IReadOnlyList<JoorConnectionOptions> connections) => new(
        () => connections,
        name => connections.FirstOrDefault(connection => connection.Name.Equals(name, StringComparison.OrdinalIgnoreCase))?.Key,
        key => connections.FirstOrDefault(connection => connection.Key == key)?.Name ?? key);
}
