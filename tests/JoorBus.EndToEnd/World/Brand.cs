using JoorBus.Configuring;
using JoorBus.Hosting;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;
using JoorBus.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JoorBus.EndToEnd.World;

/// <summary>A brand with a JOOR account, a warehouse, a database, a bus and, once started, hosts.</summary>
public sealed class Brand : IAsyncDisposable
{
    public const string Connection = "acme";
    public const string Token = "acme-token";

    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(500);
    private readonly Stack<IAsyncDisposable> parts = new();
    private readonly string? broker;

    private Brand(JoorSimulator joor, WmsSimulator wms, string database, string? broker)
    {
        (Joor, Wms, Database, this.broker) = (joor, wms, database, broker);
        parts.Push(joor);
        Settings = new HostSettings
        {
            Persistence = new PersistenceOptions { ConnectionString = database },
            Messaging = new MessagingOptions { RabbitMq = broker },
            Orders = new OrdersOptions { PollLease = TimeSpan.FromSeconds(2) },
            Connections = [ConnectionTo(joor.BaseUrl)],
            Http = new HttpSettings("http://127.0.0.1:0", null),
            DataFolder = Path.GetTempPath(),
        };
    }

    public JoorSimulator Joor { get; }

    public WmsSimulator Wms { get; }

    public string Database { get; }

    public LogLines WarehouseLog { get; } = new();

    public string Broker => broker ?? throw new InvalidOperationException("This brand's bus is in memory.");

    /// <summary>What the next host is told.</summary>
    public HostSettings Settings { get; set; }

    /// <summary>From which level up hosts' logs are kept.</summary>
    public LogLevel LogFrom { get; set; } = LogLevel.Information;

    public static async Task<Brand> OpenAsync(
        BusTransport transport = BusTransport.RabbitMq, WmsSimulatorOptions? wms = null, JoorSimulatorOptions? joor = null) => new(
            await JoorSimulator.StartAsync((joor ?? new()) with { Tokens = [Token] }),
            new WmsSimulator(wms),
            await TestDatabase.CreateAsync(),
            transport == BusTransport.RabbitMq ? await TestBroker.CreateVirtualHostAsync() : null);

    /// <summary>The same with a host, and the warehouse at work.</summary>
    public static async Task<(Brand Brand, RunningHost Host)> StartAsync(
        BusTransport transport = BusTransport.RabbitMq, WmsSimulatorOptions? wms = null, JoorSimulatorOptions? joor = null)
    {
        var brand = await OpenAsync(transport, wms, joor);
        var host = await brand.StartHostAsync();
        await brand.StartWarehouseAsync();
        return (brand, host);
    }

    public static JoorConnectionOptions ConnectionTo(Uri baseUrl, string name = Connection, string token = Token) => new()
    {
        Name = name,
        Token = token,
        Environment = JoorEnvironment.Sandbox,
        BaseUrl = baseUrl.ToString(),
        PollInterval = PollInterval,
        StartDate = TimeProvider.System.GetUtcNow().AddDays(-30),
    };

    /// <summary>A host of its own; on the bus in memory the warehouse comes with it, since nobody else can reach that bus.</summary>
    public async Task<RunningHost> StartHostAsync(HostRoles roles = HostRoles.All)
    {
        var log = new LogLines(LogFrom);
        var app = BuildHost(log, roles);
        await app.StartAsync();
        var host = new RunningHost(app, log);
        parts.Push(host);
        return host;
    }

    /// <summary>A host that has not been started.</summary>
    public WebApplication BuildHost(LogLines log, HostRoles roles = HostRoles.All) => JoorBusHost.Build(
        Settings, roles, logging => logging.AddProvider(log).SetMinimumLevel(LogFrom), bus =>
        {
            if (broker is null)
            {
                bus.AddWmsSimulator(Wms);
            }
        });

    /// <summary>The warehouse as a program of its own on the broker.</summary>
    public async Task StartWarehouseAsync()
    {
        if (broker is null)
        {
            return;
        }

        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(WarehouseLog);
        builder.Services.AddMessaging(Settings.Messaging, bus => bus.AddWmsSimulator(Wms));
        var warehouse = builder.Build();
        await warehouse.StartAsync();
        parts.Push(new StoppedAtEnd(warehouse));
    }

    public LedgerComparison Compare() => LedgerComparison.Of(Connection, Joor.Ledger().Accounts[0], Wms.Ledger());

    /// <summary>Until JOOR and the warehouse agree and JOOR shows every order as exported.</summary>
    public async Task AgreeAsync()
    {
        await Eventually.ReadsAsync(() => Task.FromResult(Compare()), comparison => comparison.IsClean, "JOOR and the warehouse agree");
        await Eventually.BecomesTrueAsync(
            () => Joor.Ledger().Accounts[0].Expected.All(order => order is { Export: JoorExportState.Exported, IsModifiedSinceExport: false }), "JOOR shows every order as exported");
        Wms.Ledger().DoubledEffects.ShouldBe(0);
    }

    public WmsOrderEntry? InWarehouse(string joorOrderId) => Wms.Ledger().Orders.FirstOrDefault(order => order.OrderNumber == joorOrderId);

    public async ValueTask DisposeAsync()
    {
        while (parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }

    private sealed class StoppedAtEnd(IHost host) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await host.StopAsync();
            host.Dispose();
        }
    }
}
