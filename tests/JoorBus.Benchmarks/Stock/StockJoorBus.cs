using JoorBus.Connections;
using JoorBus.Connections.Sealing;
using JoorBus.Inventory;
using JoorBus.Messaging;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JoorBus.Benchmarks.Stock;

/// <summary>JoorBus's own receiving, with its bus and its table.</summary>
public sealed class StockJoorBus(string postgres, Uri amqp) : IStockReceiver
{
    private IHost? _host;

    public static async Task PrepareAsync(string postgres, Uri amqp, CancellationToken cancellationToken)
    {
        // Started once: the schema and the queues are there from then on.
        await using var first = new StockJoorBus(postgres, amqp);
        await first.StartAsync(cancellationToken);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("MassTransit", LogLevel.None).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddPersistence(persistence => persistence.ConnectionString = postgres);
        builder.Services.AddPersistenceWorkers();
        builder.Services.AddSharedLimits();
        builder.Services.AddConnections([], new MasterKeyOptions());
        builder.Services.AddJoor();
        builder.Services.AddInventory();
        builder.Services.AddMessaging(
            new MessagingOptions { RabbitMq = amqp.OriginalString, Queues = QueueKind.Classic }, bus => bus.AddInventoryConsumers());
        _host = builder.Build();
        await _host.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken);
        await _host.StartAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is not { } host)
            return;
        await host.StopAsync(CancellationToken.None);
        host.Dispose();
    }
}
