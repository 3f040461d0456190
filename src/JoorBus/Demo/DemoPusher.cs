using JoorBus.Configuring;
using JoorBus.Connections;
using JoorBus.Hosting;
using JoorBus.Inventory;
using JoorBus.Messaging;
using JoorBus.Persistence;
using JoorBus.Products;
using Microsoft.Extensions.Options;

namespace JoorBus.Demo;

/// <summary>A host that only pushes: no queues, no sweeper, so that nothing meant for the first host's bus ends in its own. Nobody hears its events.</summary>
internal static class DemoPusher
{
    public static async Task RunAsync(HostSettings settings, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        HostLogging.Console(json: false, Serilog.Events.LogEventLevel.Information)(builder.Logging);
        builder.Services.AddSingleton(settings.Connections);
        builder.Services.AddPersistence(_ => { });
        builder.Services.AddSingleton(Options.Create(settings.Persistence));
        builder.Services.AddSingleton(Options.Create(settings.Joor));
        builder.Services.AddSingleton(Options.Create(settings.Limits));
        builder.Services.AddSingleton(Options.Create(settings.JoorHosts));
        builder.Services.AddSharedLimits();
        builder.Services.AddConnections(settings.Connections, settings.MasterKeys);
        builder.Services.AddInventory();
        builder.Services.AddProducts();
        builder.Services.AddHostedService<SchemaStart>();
        builder.Services.AddConnectionWorkers();
        builder.Services.AddJoor();
        builder.Services.AddSingleton(Options.Create(settings.Inventory));
        builder.Services.AddSingleton(Options.Create(settings.Products));
        builder.Services.AddMessaging(settings.Messaging, _ => { });
        builder.Services.AddInventoryWorkers();
        builder.Services.AddProductWorkers();
        await builder.Build().RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
