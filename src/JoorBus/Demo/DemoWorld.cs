using JoorBus.Configuring;
using JoorBus.Hosting;
using JoorBus.Inventory;
using JoorBus.Messaging;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using JoorBus.Products;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Servers;
using JoorBus.Simulators.Wms;
using MassTransit;
using Serilog.Events;

namespace JoorBus.Demo;

/// <summary>The private servers, both stand-ins, one host that stays and one that is killed.</summary>
internal sealed class DemoWorld : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> parts = new();

    public required JoorSimulator Joor { get; init; }

    public required WmsSimulator Wms { get; init; }

    public required DemoWarehouse Warehouse { get; init; }

    public required WebApplication Host { get; init; }

    public required DemoSecondHost SecondHost { get; init; }

    public required string Database { get; init; }

    public IBus Bus => Host.Services.GetRequiredService<IBus>();

    public static async Task<DemoWorld> StartAsync(DemoPlan plan, Action<string> report, CancellationToken cancellationToken)
    {
        var parts = new Stack<IAsyncDisposable>();
        try
        {
            var (database, messaging) = await StartServersAsync(plan, parts, report, cancellationToken).ConfigureAwait(false);
            var joor = await JoorSimulator.StartAsync(
                new JoorSimulatorOptions
                {
                    Accounts = [.. DemoBrand.All.Select(brand => brand.ToAccount(plan.Catalog))],
                    Latency = TimeSpan.FromMilliseconds(20),
                    JobDuration = TimeSpan.FromSeconds(1),
                },
                cancellationToken: cancellationToken).ConfigureAwait(false);
            parts.Push(joor);
            var wms = new WmsSimulator(new WmsSimulatorOptions
            {
                RejectShare = 0.02,
                CancelRejectShare = 0.04,
                AnswerTwiceShare = 0.05,
                MaxLatency = TimeSpan.FromMilliseconds(200),
                ShipAfter = TimeSpan.FromSeconds(2),
            })
            { IsDockOpen = false };
            var settings = Settings(plan, database, messaging, joor);
            var host = JoorBusHost.Build(settings, HostRoles.All, HostLogging.Console(json: false, plan.Verbose ? LogEventLevel.Information : LogEventLevel.Fatal), bus => bus.AddWmsSimulator(wms));
            parts.Push(host);
            await host.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(cancellationToken).ConfigureAwait(false);
            await DemoSettings.SaveAsync(host.Services, settings.Connections, cancellationToken).ConfigureAwait(false);
            report("starting a second host that will be killed");
            var second = DemoSecondHost.Start(settings, Path.Combine(plan.Folder, "second-host.log"));
            parts.Push(second);
            report($"it holds the stock of {await DemoLeases.WaitAsync(database, cancellationToken).ConfigureAwait(false)} of {DemoBrand.All.Count} brands; starting JoorBus beside it");
            await host.StartAsync(cancellationToken).ConfigureAwait(false);
            var world = new DemoWorld { Joor = joor, Wms = wms, Warehouse = new DemoWarehouse(plan, TimeProvider.System), Host = host, SecondHost = second, Database = database };
            foreach (var part in parts.Reverse())
            {
                world.parts.Push(part);
            }

            return world;
        }
        catch
        {
            await EndAsync(parts).ConfigureAwait(false);
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await Host.StopAsync(limit.Token).ConfigureAwait(false);
        await EndAsync(parts).ConfigureAwait(false);
    }

    private static async Task<(string Database, MessagingOptions Messaging)> StartServersAsync(DemoPlan plan, Stack<IAsyncDisposable> parts, Action<string> report, CancellationToken cancellationToken)
    {
        if (plan.Servers is { } servers)
        {
            report("clearing the database and the queues of earlier demos");
            return await servers.ClearAsync(plan.Transport, cancellationToken).ConfigureAwait(false);
        }

        report("starting a private PostgreSQL");
        var postgres = await PrivatePostgres.StartAsync(new PrivatePostgresOptions { Folder = Path.Combine(plan.Folder, "postgres") }, cancellationToken).ConfigureAwait(false);
        parts.Push(postgres);
        // The stand-ins remember nothing of an earlier run, so neither may the database.
        await postgres.DropDatabaseAsync("joorbus_demo", cancellationToken).ConfigureAwait(false);
        var database = await postgres.CreateDatabaseAsync("joorbus_demo", cancellationToken).ConfigureAwait(false);
        var messaging = new MessagingOptions { Transport = plan.Transport };
        if (plan.Transport == BusTransport.RabbitMq)
        {
            report("starting a private RabbitMQ");
            var broker = await PrivateRabbitMq.StartAsync(new PrivateRabbitMqOptions { Folder = Path.Combine(plan.Folder, "rabbitmq") }, cancellationToken).ConfigureAwait(false);
            parts.Push(broker);
            messaging.RabbitMq = await broker.CreateVirtualHostAsync($"demo-{TimeProvider.System.GetUtcNow().ToUnixTimeSeconds()}", cancellationToken).ConfigureAwait(false);
        }

        return (database, messaging);
    }

    private static async Task EndAsync(Stack<IAsyncDisposable> parts)
    {
        while (parts.TryPop(out var part))
        {
            await part.DisposeAsync().ConfigureAwait(false);
        }
    }

    // Short leases: what a killed host held is taken over while people watch.
    private static HostSettings Settings(DemoPlan plan, string database, MessagingOptions messaging, JoorSimulator joor) => new()
    {
        Persistence = new PersistenceOptions { ConnectionString = database },
        Messaging = messaging,
        Orders = new OrdersOptions(),
        Inventory = new InventoryOptions { WorkerLease = TimeSpan.FromSeconds(10) },
        Products = new ProductOptions { WorkerLease = TimeSpan.FromSeconds(5), LookInterval = TimeSpan.FromSeconds(1) },
        Connections = [.. DemoBrand.All.Select(brand => brand.ToOptions(joor, TimeProvider.System.GetUtcNow().AddDays(-30)))],
        Http = new HttpSettings(plan.Urls, null),
        DataFolder = plan.Folder,
    };
}
