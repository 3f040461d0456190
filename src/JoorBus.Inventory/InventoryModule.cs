using JoorBus.Connections.Managing;
using JoorBus.Inventory.Counting;
using JoorBus.Inventory.Listing;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Receiving;
using JoorBus.Inventory.Setting;
using JoorBus.Persistence;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory;

/// <summary>Everything this slice registers, in the order of its flow.</summary>
public static class InventoryModule
{
    /// <summary>Tables, settings and queries; any host may have them.</summary>
    public static IServiceCollection AddInventory(this IServiceCollection services)
    {
        services.AddMigrations(InventoryMigrations.All);
        services.AddDocument(InventorySettingsMapping.Mapping);
        services.AddOptions<InventoryOptions>();
        services.AddSingleton<InventorySettingsStore>();
        services.AddSingleton<ScopeKeys>();
        services.AddSingleton<LevelStore>();
        services.AddSingleton<LevelIntake>();
        services.AddSingleton<DirectLevels>();
        services.AddSingleton<LevelChannelFilter>();
        services.AddSingleton<LevelReceiveFilter>();
        services.AddSingleton<Snapshots>();
        services.AddSingleton<IConnectionUse, StockUse>();
        services.AddInventoryPushing();
        services.AddInventoryListing();
        return services;
    }

    /// <summary>The work of role <c>inventory</c> beside its consumers.</summary>
    public static IServiceCollection AddInventoryWorkers(this IServiceCollection services)
    {
        services.AddSingleton<SnapshotWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SnapshotWatch>());
        return services.AddInventoryPushingWorkers();
    }

    /// <summary>The consumers of role <c>inventory</c>.</summary>
    public static void AddInventoryConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<InventoryChangedConsumer, InventoryChangedConsumerDefinition>();
        bus.AddConsumer<SnapshotConsumer, SnapshotConsumerDefinition>();
        bus.AddSubtracting();
    }
}
