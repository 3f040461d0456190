using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Managing;
using JoorBus.Joor;
using JoorBus.Orders.Acknowledging;
using JoorBus.Orders.Listing;
using JoorBus.Orders.Polling;
using JoorBus.Orders.Tracking;
using JoorBus.Orders.Translating;
using JoorBus.Persistence;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JoorBus.Orders;

/// <summary>Everything this slice registers, in the order of its flow.</summary>
public static class OrdersModule
{
    /// <summary>Tables and queries; any host may have them.</summary>
    public static IServiceCollection AddOrders(this IServiceCollection services)
    {
        services.AddMigrations(OrdersMigrations.All);
        services.AddDocument(OrderFulfillmentMapping.Mapping);
        services.TryAddSingleton(provider => provider.GetService<ConnectionCatalog>() is { } catalog ? ConnectionNames.In(catalog) : ConnectionNames.AsKeys);
        services.AddSingleton<OrderListing>();
        services.AddSingleton<OrderLookup>();
        services.AddSingleton<OrderTimeline>();
        services.AddSingleton<IConnectionUse, OrderUse>();
        return services;
    }

    /// <summary>The work of role <c>orders</c>: polling, acknowledging and the watch over silent orders.</summary>
    public static IServiceCollection AddOrderWorkers(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => provider.GetService<ConnectionCatalog>() is { } catalog
            ? PolledConnections.Of(catalog)
            : PolledConnections.Fixed(provider.GetRequiredService<IReadOnlyList<JoorConnectionOptions>>()));
        services.AddSingleton<PollStore>();
        services.AddSingleton<PageStore>();
        services.AddSingleton<PollRound>();
        services.AddSingleton<MarkStore>();
        services.AddSingleton<WindowMarking>();
        services.AddSingleton<OrderMarking>();
        services.AddSingleton<ExportMarker>();
        services.AddHostedService<OrderPoller>();
        services.AddSingleton<SilenceWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<SilenceWatch>());
        return services;
    }

    /// <summary>The consumers of role <c>orders</c>: translating and tracking.</summary>
    public static void AddOrderConsumers(this IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<JoorOrderReceivedConsumer, JoorOrderReceivedConsumerDefinition>();
        bus.AddSagaStateMachine<OrderFulfillmentStateMachine, OrderFulfillment, OrderFulfillmentDefinition>().InDocuments();
    }
}
