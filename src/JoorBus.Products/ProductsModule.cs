using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Managing;
using JoorBus.Connections.Sharing;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Products.Listing;
using JoorBus.Products.Pushing;
using JoorBus.Products.Receiving;
using JoorBus.Products.Reconciling;
using JoorBus.Products.Removing;
using JoorBus.Products.Setting;
using JoorBus.Products.Storing;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace JoorBus.Products;

/// <summary>Everything this slice registers, in the order of its flow.</summary>
public static class ProductsModule
{
    /// <summary>Tables, settings and queries; any host may have them. Options: <see cref="ProductOptions"/>.</summary>
    public static IServiceCollection AddProducts(this IServiceCollection services)
    {
        services.AddOptions<ProductOptions>();
        services.AddMigrations(ProductMigrations.All);
        services.AddDocument(ProductSettingsStore.Mapping);
        services.TryAddSingleton(provider => provider.GetService<ConnectionCatalog>() is { } catalog
            ? ProductConnections.In(catalog)
            : ProductConnections.Fixed(provider.GetService<IReadOnlyList<JoorConnectionOptions>>() ?? []));
        services.AddSingleton<ProductSettingsStore>();
        services.AddDocument(KnownProductDocument.Mapping);
        services.AddDocument(ProductPush.Mapping);
        services.AddSingleton<IConnectionUse, ProductUse>();
        services.AddSingleton<OpenOrders>();
        services.AddSingleton<ProductStore>();
        services.AddSingleton<PushStore>();
        services.AddSingleton<FactsCache>();
        services.AddSingleton<FactsReading>();
        services.AddSingleton<ImageLook>();
        services.AddSingleton<ProductPreparing>();
        services.AddSingleton<ProductPushing>();
        services.AddSingleton(provider => new ProductPreview(
            provider.GetRequiredService<ProductConnections>(),
            provider.GetRequiredService<ProductSettingsStore>(),
            provider.GetRequiredService<ProductStore>(),
            provider.GetRequiredService<ProductPreparing>(),
            provider.GetRequiredService<FactsReading>(),
            provider.GetRequiredService<FactsCache>(),
            provider.GetRequiredService<JoorClients>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<ProductCosting>();
        services.AddProductListing();
        return services;
    }

    /// <summary>The work of role <c>products</c>: planning, pushing and reconciling.</summary>
    public static IServiceCollection AddProductWorkers(this IServiceCollection services)
    {
        services.AddSingleton<WorkerStore>();
        services.AddSingleton(provider => new ProductCredits(
            provider.GetRequiredService<JoorOrderReaderFactory>(),
            provider.GetRequiredService<IOptions<JoorLimitOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetService<SharedJoorLimits>()));
        services.AddSingleton<ReconcileStore>();
        services.AddSingleton<ProductReconciling>();
        services.AddSingleton<ProductSettling>();
        services.AddSingleton<ProductRound>();
        services.AddHostedService<ProductWorker>();
        return services;
    }

    /// <summary>The consumers of role <c>products</c>: receiving, and counting the orders that a removal would touch.</summary>
    public static void AddProductConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ProductReceivingConsumer, ProductReceivingConsumerDefinition>();
        bus.AddConsumer<OrderCountingConsumer, OrderCountingConsumerDefinition>();
    }
}
