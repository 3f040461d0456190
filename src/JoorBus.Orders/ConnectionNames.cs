using JoorBus.Connections.Cataloguing;

namespace JoorBus.Orders;

/// <summary>A connection is stored under its key, which never changes; people know it by its name.</summary>
/// <param name="KeyOf">The key of a name; the name itself where no connection has it.</param>
/// <param name="NameOf">The present name of a key; the key itself where the connection is gone.</param>
public sealed record ConnectionNames(Func<string, string> KeyOf, Func<string, string> NameOf)
{
    /// <summary>For connections that were never renamed.</summary>
    public static ConnectionNames AsKeys { get; } = new(name => name, key => key);

    /// <summary>The names that connections have now.</summary>
    public static ConnectionNames In(ConnectionCatalog catalog) => new(
        name => catalog.Named(name)?.Key ?? name,
        key => catalog.All.FirstOrDefault(connection => connection.Key == key)?.Name ?? key);
}
