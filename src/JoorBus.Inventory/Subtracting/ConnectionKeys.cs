using JoorBus.Connections.Cataloguing;

namespace JoorBus.Inventory.Subtracting;

/// <summary>A connection is stored under its key; messages say its name.</summary>
/// <param name="KeyOf">The key of a name; the name itself where no connection has it.</param>
public sealed record ConnectionKeys(Func<string, string> KeyOf)
{
    public static ConnectionKeys In(ConnectionCatalog catalog) => new(name => catalog.Named(name)?.Key ?? name);
}
