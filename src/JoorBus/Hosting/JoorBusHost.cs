using JoorBus.Configuring;
using JoorBus.Connections;
using JoorBus.Http;
using JoorBus.Inventory;
using JoorBus.Messaging;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Products;
using MassTransit;
using Microsoft.Extensions.Options;

namespace JoorBus.Hosting;

/// <summary>The composition root.</summary>
public static class JoorBusHost
{
    /// <param name="settings">Settings without faults.</param>
    /// <param name="roles">What this host does.</param>
    /// <param name="logging">The logging of the process.</param>
    /// <param name="extraConsumers">Consumers beside the slices' own, such as the WMS stand-in of the demo.</param>
    public static WebApplication Build(
        HostSettings settings, HostRoles roles, Action<ILoggingBuilder> logging, Action<IBusRegistrationConfigurator>? extraConsumers = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        logging(builder.Logging);
        builder.WebHost.UseUrls(roles.HasFlag(HostRoles.Web) ? settings.Http.Urls : settings.Http.HealthUrl ?? "http://127.0.0.1:0");
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(20));

        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Connections);
        builder.Services.AddSingleton(settings.Http);
        builder.Services.AddPersistence(_ => { });
        builder.Services.AddSingleton(Options.Create(settings.Persistence));
        builder.Services.AddSingleton(Options.Create(settings.Joor));
        builder.Services.AddSingleton(Options.Create(settings.Limits));
        builder.Services.AddSingleton(Options.Create(settings.JoorHosts));
        builder.Services.AddSharedLimits();
        builder.Services.AddConnections(settings.Connections, settings.MasterKeys);
        builder.Services.AddOrders();
        builder.Services.AddInventory();
        builder.Services.AddProducts();
        builder.Services.AddHostedService(_ => new Telemetry(settings, roles));
        // Hosted services start in this order: the schema, the connections, then the queues, then whatever publishes.
        builder.Services.AddHostedService<SchemaStart>();
        builder.Services.AddHostedService<BrokerStart>();
        builder.Services.AddSingleton<BusWatch>();
        builder.Services.AddHostedService(services => services.GetRequiredService<BusWatch>());
        builder.Services.AddHostedService<DeclaringTurn>();
        builder.Services.AddConnectionWorkers();
        builder.Services.AddJoor();
        builder.Services.AddSingleton(Options.Create(settings.Orders));
        builder.Services.AddSingleton(Options.Create(settings.Inventory));
        builder.Services.AddSingleton(Options.Create(settings.Products));
        builder.Services.AddMessaging(settings.Messaging, bus =>
        {
            if (roles.HasFlag(HostRoles.Orders))
            {
                bus.AddOrderConsumers();
            }

            if (roles.HasFlag(HostRoles.Inventory))
            {
                bus.AddInventoryConsumers();
            }

            if (roles.HasFlag(HostRoles.Products))
            {
                bus.AddProductConsumers();
            }

            extraConsumers?.Invoke(bus);
        });
        builder.Services.AddPersistenceWorkers();
        if (roles.HasFlag(HostRoles.Orders))
        {
            builder.Services.AddOrderWorkers();
        }

        if (roles.HasFlag(HostRoles.Inventory))
        {
            builder.Services.AddInventoryWorkers();
        }

        if (roles.HasFlag(HostRoles.Products))
        {
            builder.Services.AddProductWorkers();
        }

        builder.Services.AddSingleton<DatabaseHealth>();
        builder.Services.AddSingleton<WorkerHealth>();
        builder.Services.AddSingleton<ConnectionFigures>();
        builder.Services.AddSingleton<KnownWarehouses>();
        var app = builder.Build();
        app.UseMiddleware<BrowserGuard>();
        app.UseMiddleware<BearerToken>();
        app.MapHealth();
        app.MapOrders();
        app.MapConnections();
        app.MapInventory();
        app.MapProducts();
        return app;
    }
}
