using System.Text.Json;
using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Managing;
using JoorBus.Connections.Sealing;
using JoorBus.Connections.Storing;
using JoorBus.Joor;
using JoorBus.Persistence;

namespace JoorBus.Connections.Listing;

/// <summary>The connections as people see them.</summary>
public sealed class ConnectionListing(ConnectionCatalog catalog, Database database)
{
    public async Task<IReadOnlyList<ConnectionView>> ListAsync(CancellationToken cancellationToken)
    {
        await catalog.ReloadAsync(cancellationToken);
        var tests = await ConnectionTrial.LastAsync(database, cancellationToken);
        return [.. catalog.All.Select(connection => View(connection, tests.GetValueOrDefault(connection.Key)))];
    }

    /// <summary>By name, whatever its case. Configuration comes first where both have it.</summary>
    public async Task<ConnectionView?> ShowAsync(string name, CancellationToken cancellationToken) =>
        (await ListAsync(cancellationToken)).FirstOrDefault(view => string.Equals(view.Name, name, StringComparison.OrdinalIgnoreCase));

    private static ConnectionView View(CataloguedConnection connection, LastTest? test) => new()
    {
        Name = connection.Name,
        Key = connection.Key,
        State = connection.State,
        Revision = connection.Revision,
        OrdersThrough = Through(connection),
        HasToken = Has(connection, ConnectionSecrets.Token),
        HasClientSecret = Has(connection, ConnectionSecrets.ClientSecret),
        HasPassword = Has(connection, ConnectionSecrets.Password),
        KeyId = connection.Stored?.Secrets.Values.Select(SecretSeal.KeyIdOf).FirstOrDefault(),
        CreatedAt = connection.Stored?.CreatedAt,
        ChangedAt = connection.Stored?.ChangedAt,
        LastTest = test,
        Settings = JsonSerializer.SerializeToNode(connection.Settings, SettingsJson.Api)!.AsObject(),
    };

    private static bool Has(CataloguedConnection connection, string field) =>
        connection.Stored is { } stored ? stored.Secrets.ContainsKey(field) : ConnectionSecrets.Read(connection.Settings, field) is not null;

    private static string Through(CataloguedConnection connection) => connection.Settings.OrdersThrough switch
    {
        JoorOrdersThrough.V2 => "v2",
        JoorOrdersThrough.V4 => "v4",
        _ => Has(connection, ConnectionSecrets.Token) ? "v2" : "v4",
    };
}
