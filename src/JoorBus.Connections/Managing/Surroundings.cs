using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Storing;
using JoorBus.Joor;

namespace JoorBus.Connections.Managing;

/// <summary>The living connections that a change has to live with, as they are stored now.</summary>
internal sealed class Surroundings(ConfiguredConnections configured, IReadOnlyList<StoredConnection> stored)
{
    /// <summary>The stored connection of that name, or why there is none to manage.</summary>
    public (StoredConnection? Stored, ConnectionOutcome? Refusal) Find(string name)
    {
        if (IsConfigured(name))
            return (null, new ConnectionOutcome.Refused($"The connection '{name}' comes from configuration (JOORBUS__CONNECTIONS__…); change it there and start the hosts again."));
        return stored.FirstOrDefault(connection => ConnectionRules.Same(connection.Name, name)) is { } found
            ? (found, null)
            : (null, new ConnectionOutcome.NotFound(Unknown(name)));
    }

    /// <summary>All others, without the secrets of stored ones.</summary>
    public IReadOnlyList<JoorConnectionOptions> OthersThan(string? key) =>
        [.. configured.All, .. stored.Where(connection => connection.Key != key).Select(connection => connection.ToOptions())];

    public IReadOnlyList<JoorConnectionOptions> ConfiguredBorrowers(string name) => [.. ConnectionRules.Borrowers(name, configured.All)];

    public IEnumerable<StoredConnection> StoredBorrowers(string name) =>
        stored.Where(connection => ConnectionRules.Same(connection.Settings.BorrowConcurrencyFrom, name));

    public StoredConnection? StoredLender(string? name) => stored.FirstOrDefault(connection => ConnectionRules.Same(connection.Name, name));

    public bool IsConfigured(string name) => configured.All.Any(options => ConnectionRules.Same(options.Name, name) || ConnectionRules.Same(options.Key, name));

    public static string Unknown(string name) => $"No connection is named '{name}'; see them with: joorbus connections list";
}
