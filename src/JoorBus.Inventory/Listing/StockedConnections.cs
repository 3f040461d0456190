using JoorBus.Connections.Cataloguing;

namespace JoorBus.Inventory.Listing;

/// <summary>Stock is stored under the connection's key, which never changes; people know its name.</summary>
public sealed class StockedConnections(ConnectionCatalog catalog)
{
    /// <summary>The key of a name; the name itself where no connection has it.</summary>
    public string KeyOf(string name) => catalog.Named(name)?.Key ?? name;

    /// <summary>The present name of a key; the key itself where the connection is gone.</summary>
    public string NameOf(string key) => catalog.All.FirstOrDefault(connection => connection.Key == key)?.Name ?? key;
}
