using JoorBus.Connections.Cataloguing;
using JoorBus.Joor;

namespace JoorBus.Inventory.Pushing;

/// <summary>The connections in use, asked for anew each time.</summary>
public sealed record PushedConnections(Func<IReadOnlyList<JoorConnectionOptions>> Current)
{
    public static PushedConnections Of(ConnectionCatalog catalog) => new(() => catalog.Current);
}
