using JoorBus.Connections.Cataloguing;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Products.Receiving;
using JoorBus.Products.Removing;
using JoorBus.Products.Setting;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        services.AddSingleton<OpenOrders>();
        return services;
    }

    /// <summary>The work of role <c>products</c>: planning, pushing and reconciling.</summary>
    public static IServiceCollection AddProductWorkers(this IServiceCollection services) => services;

    /// <summary>The consumers of role <c>products</c>: receiving, and counting the orders that a removal would touch.</summary>
    public static void AddProductConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<ProductReceivingConsumer, ProductReceivingConsumerDefinition>();
        bus.AddConsumer<OrderCountingConsumer, OrderCountingConsumerDefinition>();
    }
}
