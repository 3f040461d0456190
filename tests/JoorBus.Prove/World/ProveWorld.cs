using System.Globalization;
using JoorBus.Messaging;
using JoorBus.Prove.Deaths;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JoorBus.Prove.World;

/// <summary>Everything of one time. The stand-ins live in this process, so their ledgers survive every death.</summary>
internal sealed class ProveWorld : IAsyncDisposable
{
    public const string Connection = "prove-brand";
    private const string Account = "1001";
    private const string Token = "prove-token";
    private static readonly TimeSpan ShipAfter = TimeSpan.FromHours(1);
    private const int Credits = 300;
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);
    private readonly IHost warehouse;
    private readonly LeapingClock warehouseClock;

    private ProveWorld(IHost warehouse, LeapingClock warehouseClock) => (this.warehouse, this.warehouseClock) = (warehouse, warehouseClock);

    public required JoorSimulator Joor { get; init; }

    public required WmsSimulator Wms { get; init; }

    public required WarehouseDay Day { get; init; }

    /// <summary>The warehouse's bus.</summary>
    public IBus Bus => warehouse.Services.GetRequiredService<IBus>();

    public required HostFleet Hosts { get; init; }

    public required string Database { get; init; }

    public required string Amqp { get; init; }

    public static async Task<ProveWorld> StartAsync(KillPlan plan, ProveServers servers, string folder, CancellationToken cancellationToken)
    {
        var name = $"prove_{plan.Seed}_{TimeProvider.System.GetTimestamp():x}";
        var database = await servers.Postgres.CreateDatabaseAsync(name, cancellationToken);
        var amqp = await servers.RabbitMq.CreateVirtualHostAsync(name, cancellationToken);
        var joor = await JoorSimulator.StartAsync(
            new JoorSimulatorOptions
            {
                Accounts = [new JoorSimulatorAccount { AccountId = Account, Tokens = [Token], Warehouses = ["East", "West"], Catalog = WarehouseDay.Catalog }],
                Seed = plan.Seed,
                Latency = TimeSpan.FromMilliseconds(15),
                JobDuration = TimeSpan.FromMilliseconds(200),
                CreditsPerWindow = Credits,
                Window = Window,
            },
            cancellationToken: cancellationToken);
        var clock = new LeapingClock();
        var wms = new WmsSimulator(
            new WmsSimulatorOptions
            {
                Seed = plan.Seed,
                RejectShare = 0.08,
                CancelRejectShare = 0.15,
                AnswerTwiceShare = 0.2,
                MaxLatency = TimeSpan.FromMilliseconds(400),
                ShipAfter = ShipAfter,
            },
            clock);
        var warehouse = await StartWarehouseAsync(wms, amqp, new FileLog(Path.Combine(folder, "warehouse.log")), cancellationToken);
        return new ProveWorld(warehouse, clock)
        {
            Joor = joor,
            Wms = wms,
            Day = new WarehouseDay(plan),
            Database = database,
            Amqp = amqp,
            Hosts = new HostFleet(plan.Hosts, Settings(database, amqp, joor), folder, plan.Seed),
        };
    }

    /// <summary>From now on the warehouse ships what it has accepted.</summary>
    public void ShipAll() => warehouseClock.Leap(ShipAfter);

    public async ValueTask DisposeAsync()
    {
        await Hosts.DisposeAsync();
        await warehouse.StopAsync();
        warehouse.Dispose();
        await Joor.DisposeAsync();
    }

    private static async Task<IHost> StartWarehouseAsync(WmsSimulator wms, string amqp, FileLog log, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.AddProvider(log);
        builder.Services.AddMessaging(new MessagingOptions { RabbitMq = amqp }, bus => bus.AddWmsSimulator(wms));
        var host = builder.Build();
        await host.StartAsync(cancellationToken);
        return host;
    }

    private static Dictionary<string, string> Settings(string database, string amqp, JoorSimulator joor) => new()
    {
        ["JOORBUS__POSTGRES"] = database,
        ["JOORBUS__RABBITMQ"] = amqp,
        ["JOORBUS__CONNECTIONS__0__NAME"] = Connection,
        ["JOORBUS__CONNECTIONS__0__TOKEN"] = Token,
        ["JOORBUS__CONNECTIONS__0__ENVIRONMENT"] = "sandbox",
        ["JOORBUS__CONNECTIONS__0__BASEURL"] = joor.BaseUrl.ToString(),
        ["JOORBUS__CONNECTIONS__0__POLLINTERVAL"] = "00:00:01",
        ["JOORBUS__CONNECTIONS__0__STARTDATE"] = "2020-01-01T00:00:00Z",
        // Several pages per read, yet few enough for JOOR's 300 credits to last.
        ["JOORBUS__CONNECTIONS__0__PAGESIZE"] = "15",
        ["JOORBUS__CONNECTIONS__0__ACCOUNTID"] = Account,
        // What a killed host may have under way is waited for.
        ["JOORBUS__CONNECTIONS__0__REQUESTTIMEOUT"] = "00:00:05",
        ["JOORBUS__CONNECTIONS__0__TOTALTIMEOUT"] = "00:00:10",
        // As many credits as ever at once, but a time need not wait for five minutes until there are more.
        ["JOORBUS__LIMITS__CREDITSPERWINDOW"] = Credits.ToString(CultureInfo.InvariantCulture),
        ["JOORBUS__LIMITS__WINDOW"] = Window.ToString("c", CultureInfo.InvariantCulture),
        ["JOORBUS__PERSISTENCE__OUTBOXLEASE"] = "00:00:02",
        ["JOORBUS__INVENTORY__WORKERLEASE"] = "00:00:10",
        ["JOORBUS__PRODUCTS__WORKERLEASE"] = "00:00:05",
        ["JOORBUS__PRODUCTS__LOOKINTERVAL"] = "00:00:01",
        // A killed host leaves its lease behind; the next one waits for its end.
        ["JOORBUS__ORDERS__POLLLEASE"] = "00:00:05",
        ["DOTNET_TieredPGO"] = "0",
    };
}
