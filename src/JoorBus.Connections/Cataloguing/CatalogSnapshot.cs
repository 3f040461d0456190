using System.Collections.Frozen;
using JoorBus.Connections.Storing;
using JoorBus.Joor;

namespace JoorBus.Connections.Cataloguing;

/// <summary>All connections of one moment: those from configuration first, since they win.</summary>
internal sealed class CatalogSnapshot
{
    private readonly FrozenDictionary<string, JoorConnectionOptions> _byKey;

    private CatalogSnapshot(IReadOnlyList<CataloguedConnection> all)
    {
        All = all;
        InUse = [.. all.Select(connection => connection.Options).OfType<JoorConnectionOptions>()];
        _byKey = InUse.ToFrozenDictionary(options => options.Key, StringComparer.Ordinal);
    }

    public IReadOnlyList<CataloguedConnection> All { get; }

    public IReadOnlyList<JoorConnectionOptions> InUse { get; }

    public JoorConnectionOptions? Find(string key) => _byKey.GetValueOrDefault(key);

    public static CatalogSnapshot Of(IReadOnlyList<JoorConnectionOptions> configured, IEnumerable<OpenedConnection> stored)
    {
        var taken = new HashSet<string>(configured.SelectMany(options => new[] { options.Name, options.Key }), StringComparer.OrdinalIgnoreCase);
        return new(
        [
            .. configured.Select(options => new CataloguedConnection(options.Key, options.Name, ConnectionState.FromConfiguration) { Options = options }),
            .. stored.OrderBy(opened => opened.Stored.Name, StringComparer.OrdinalIgnoreCase).Select(opened => Entry(opened, taken)),
        ]);
    }

    private static CataloguedConnection Entry(OpenedConnection opened, HashSet<string> taken)
    {
        var stored = opened.Stored;
        var state = taken.Contains(stored.Name) || taken.Contains(stored.Key) ? ConnectionState.HiddenByConfiguration
            : !stored.IsEnabled ? ConnectionState.Disabled
            : opened.Options is null ? ConnectionState.SecretsCannotBeOpened
            : ConnectionState.Enabled;
        return new CataloguedConnection(stored.Key, stored.Name, state)
        {
            Stored = stored,
            Options = state == ConnectionState.Enabled ? opened.Options : null,
            MissingKeyId = opened.MissingKeyId,
        };
    }
}

/// <summary>A stored connection and what opening it gave, under the master keys of a generation.</summary>
internal sealed record OpenedConnection(StoredConnection Stored, JoorConnectionOptions? Options, string? MissingKeyId, int Generation)
{
    public override string ToString() => $"connection '{Stored.Name}'";
}
