using JoorBus.Connections.Cataloguing;
using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Reconciling;
using JoorBus.Inventory.Subtracting;
using JoorBus.Persistence;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JoorBus.Inventory.Pushing;

/// <summary>What planning, pushing, reconciling and subtracting register.</summary>
internal static class PushingModule
{
    public static IServiceCollection AddInventoryPushing(this IServiceCollection services)
    {
        services.AddMigrations(PushingMigrations.All);
        services.AddDocument(InventoryPushMapping.Mapping);
        services.AddSingleton<PlanningStore>();
        services.AddSingleton<FactsReading>();
        services.AddSingleton<InventoryUnits>();
        services.AddSingleton<PushStore>();
        services.AddSingleton(provider => new StockPreviewing(
            provider.GetRequiredService<PlanningStore>(), provider.GetRequiredService<FactsReading>(), provider.GetRequiredService<PushStore>()));
        services.AddSingleton<InventoryPushing>();
        services.TryAddSingleton(provider => ConnectionKeys.In(provider.GetRequiredService<ConnectionCatalog>()));
        services.TryAddSingleton<IStockCredits, SharedStockCredits>();
        return services;
    }

    public static IServiceCollection AddInventoryPushingWorkers(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => PushedConnections.Of(provider.GetRequiredService<ConnectionCatalog>()));
        services.TryAddSingleton<IStockSending, GatewaySending>();
        services.TryAddSingleton<IPushStages, NoPushStages>();
        services.AddSingleton<PushEvents>();
        services.AddSingleton<PushRound>();
        services.AddSingleton<PushRecovery>();
        services.AddSingleton<ReconcileRound>();
        services.AddSingleton<WorkerParts>();
        services.AddSingleton<WorkerStore>();
        services.AddSingleton<PushPruning>();
        services.AddHostedService<InventoryWorker>();
        return services;
    }

    public static void AddSubtracting(this IBusRegistrationConfigurator bus) => bus.AddConsumer<OpenOrderConsumer, OpenOrderConsumerDefinition>();
}
