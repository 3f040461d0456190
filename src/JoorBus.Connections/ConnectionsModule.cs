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
        services.AddSingleton(new ConnectionRevisions(StoredConnectionMapping.Revision));
        services.AddSingleton(new ConfiguredConnections(configured));
        services.AddSingleton(keys);
        services.AddSingleton<MasterKeys>();
        services.AddSingleton<SecretSeal>();
        services.AddSingleton<ConnectionStore>();
        services.AddSingleton<ConnectionOpener>();
        services.AddSingleton<ConnectionCatalog>();
        services.AddSingleton<IJoorConnections>(provider => provider.GetRequiredService<ConnectionCatalog>());
        services.AddSingleton<IJoorTokens, SharedJoorTokens>();
        services.TryAddSingleton<IConnectionTesting, GatewayTesting>();
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

    /// <summary>Credits and slots kept in the database, for all running copies together. A <see cref="ConnectionRevisions"/> registered before or after says where revisions are stored.</summary>
    public static IServiceCollection AddSharedLimits(this IServiceCollection services)
    {
        services.AddMigrations(
        [
            // Rows that change with every request: room on their page for the new version, and dead ones are cleared away early.
            new Migration("limits", 1,
                """
                drop table if exists joor_credits, joor_credit_blocks;
                create table if not exists joor_limits (key text collate "C" primary key, state jsonb not null)
                with (fillfactor = 20, autovacuum_vacuum_scale_factor = 0.0, autovacuum_vacuum_threshold = 1000);
                create sequence if not exists joor_limit_holders as integer cycle;
                """),
        ]);
        services.AddOptions<JoorLimitOptions>();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(ConnectionRevisions.None);
        services.AddSingleton<SharedJoorLimits>();
        services.AddSingleton<IJoorLimits>(provider => provider.GetRequiredService<SharedJoorLimits>());
        services.AddSingleton<IConnectionDraining>(provider => provider.GetRequiredService<SharedJoorLimits>());
        return services;
    }
}
