using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Listing;
using JoorBus.Connections.Managing;
using JoorBus.Connections.Sealing;
using JoorBus.Connections.Sharing;
using JoorBus.Connections.SigningIn;
using JoorBus.Connections.Storing;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JoorBus.Connections;

/// <summary>Registration of connections: storing, sealing, cataloguing, managing, and what they share.</summary>
public static class ConnectionsModule
{
    /// <summary>Stored connections beside those from configuration, and the gateway's ports over them.</summary>
    public static IServiceCollection AddConnections(this IServiceCollection services, IReadOnlyList<JoorConnectionOptions> configured, MasterKeyOptions keys)
    {
        services.AddMigrations(StoredConnectionMapping.Migrations);
        services.AddDocument(StoredConnectionMapping.Mapping);
        services.AddSingleton(new ConfiguredConnections(configured));
        services.AddSingleton(keys);
        services.AddSingleton<MasterKeys>();
        services.AddSingleton<SecretSeal>();
        services.AddSingleton<ConnectionStore>();
        services.AddSingleton<ConnectionOpener>();
        services.AddSingleton<ConnectionCatalog>();
        services.AddSingleton<IJoorConnections>(provider => provider.GetRequiredService<ConnectionCatalog>());
        services.AddSingleton<IJoorTokens, SharedJoorTokens>();
        services.TryAddSingleton<IConnectionTesting, OrderReadTesting>();
        services.AddSingleton<ConnectionTrial>();
        services.AddSingleton<ConnectionSettling>();
        services.AddSingleton<ConnectionAdding>();
        services.AddSingleton<ConnectionSetting>();
        services.AddSingleton<ConnectionSwitching>();
        services.AddSingleton<ConnectionRemoving>();
        services.AddSingleton<ConnectionTrying>();
        services.AddSingleton<KeyRotation>();
        services.AddSingleton<ConnectionListing>();
        return services;
    }

    /// <summary>Keeps the catalog up to date. Every host runs it, after the schema and before whatever uses connections.</summary>
    public static IServiceCollection AddConnectionWorkers(this IServiceCollection services) => services.AddHostedService<CatalogRefresh>();

    /// <summary>Credits counted in the database, for all running copies together.</summary>
    public static IServiceCollection AddSharedLimits(this IServiceCollection services)
    {
        services.AddMigrations(
        [
            new Migration("connections", 1,
                """
                create table if not exists joor_credits (
                    account text not null, at timestamptz not null, credits integer not null, primary key (account, at));
                create table if not exists joor_credit_blocks (account text primary key, until timestamptz not null);
                """),
        ]);
        services.AddSingleton<IJoorCredits, SharedJoorCredits>();
        return services;
    }
}
