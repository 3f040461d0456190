using System.Collections.Frozen;
using JoorBus.Connections.Cataloguing;
using JoorBus.Messaging.Failing;

namespace JoorBus.Inventory.Receiving;

/// <summary>The scope that a message's connection name means: the connection's key, or empty for every connection.</summary>
internal sealed class ScopeKeys(ConnectionCatalog catalog)
{
    public const string Everyone = "";

    private volatile KnownKeys? _known;

    /// <summary>The key; null for a name that no connection has, as far as this process knows.</summary>
    public string? Find(string? name) => name is null ? Everyone : Known().GetValueOrDefault(name);

    /// <summary>Reads the connections again before it refuses a name: it may be younger than what this process knows.</summary>
    public async Task<string> RequireAsync(string? name, CancellationToken cancellationToken)
    {
        if (Find(name) is { } known)
        {
            return known;
        }

        await catalog.ReloadAsync(cancellationToken).ConfigureAwait(false);
        return Find(name) ?? throw new RefusedMessageException($"connection '{name}' is not known; correct its name, or leave it out for every connection");
    }

    private FrozenDictionary<string, string> Known()
    {
        var version = catalog.Version;
        if (_known is { } known && known.Version == version)
        {
            return known.Keys;
        }

        var keys = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var connection in catalog.All)
        {
            keys.TryAdd(connection.Name, connection.Key);
        }

        var frozen = keys.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
        _known = new KnownKeys(version, frozen);
        return frozen;
    }

    private sealed record KnownKeys(long Version, FrozenDictionary<string, string> Keys);
}
