using JoorBus.Messaging;
using JoorBus.Prove.Deaths;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JoorBus.Prove.World;

/// <summary>Everything of one time. The stand-ins live in this process, so their ledgers survive every death.</summary>
internal sealed class ProveWorld : IAsyncDisposable
{
    public const string Connection = "prove-brand";
    private const string Token = "prove-token";
    private static readonly TimeSpan ShipAfter = TimeSpan.FromHours(1);
    private readonly IHost warehouse;
    private readonly LeapingClock warehouseClock;

    private ProveWorld(IHost warehouse, LeapingClock warehouseClock) => (this.warehouse, this.warehouseClock) = (warehouse, warehouseClock);

    public required JoorSimulator Joor { get; init; }

    public required WmsSimulator Wms { get; init; }

    public required HostFleet Hosts { get; init; }

    public required string Database { get; init; }

    public required string Amqp { get; init; }

    public static async Task<ProveWorld> StartAsync(KillPlan plan, ProveServers servers, string folder, CancellationToken cancellationToken)
    {
        var name = $"prove_{plan.Seed}_{TimeProvider.System.GetTimestamp():x}";
        var database = await servers.Postgres.CreateDatabaseAsync(name, cancellationToken);
        var amqp = await servers.RabbitMq.CreateVirtualHostAsync(name, cancellationToken);
        var joor = await JoorSimulator.StartAsync(
            new JoorSimulatorOptions { Tokens = [Token], Seed = plan.Seed, Latency = TimeSpan.FromMilliseconds(15) }, cancellationToken: cancellationToken);
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
        ["JOORBUS__PERSISTENCE__OUTBOXLEASE"] = "00:00:02",
        // A killed host leaves its lease behind; the next one waits for its end.
        ["JOORBUS__ORDERS__POLLLEASE"] = "00:00:05",
        ["DOTNET_TieredPGO"] = "0",
    };
}
