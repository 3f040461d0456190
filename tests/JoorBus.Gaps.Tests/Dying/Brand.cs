using JoorBus.Messaging;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;
using JoorBus.TestKit;
using Microsoft.Extensions.Hosting;

namespace JoorBus.Gaps.Tests.Dying;

/// <summary>A brand with JOOR, a warehouse, a broker and a database, all of which outlive the hosts that die.</summary>
public sealed class Brand : IAsyncDisposable
{
    private const string Name = "brand";
    private const string Token = "brand-token";
    private readonly IHost warehouse;

    private Brand(IHost warehouse) => this.warehouse = warehouse;

    public required JoorSimulator Joor { get; init; }

    public required WmsSimulator Wms { get; init; }

    public required Tables Tables { get; init; }

    public required string Amqp { get; init; }

    public required string Database { get; init; }

    public static async Task<Brand> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var amqp = await TestBroker.CreateVirtualHostAsync();
        var joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions { Tokens = [Token] });
        var wms = new WmsSimulator();
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Services.AddMessaging(new MessagingOptions { RabbitMq = amqp }, bus => bus.AddWmsSimulator(wms));
        var warehouse = builder.Build();
        await warehouse.StartAsync();
        return new Brand(warehouse) { Joor = joor, Wms = wms, Amqp = amqp, Database = database, Tables = new Tables(database) };
    }

    public HostChild StartHost() => StartHostThatDies(Gap.None, 0);

    public HostChild StartHostThatDies(Gap gap, int nth) => HostChild.Start(Settings(), gap, nth);

    /// <summary>Returns when nothing is left to do, with what both sides then hold.</summary>
    public async Task<LedgerComparison> ComesToRestAsync()
    {
        await Eventually.ReadsAsync(WhatIsLeftAsync, left => left.Length == 0, "nothing is left to do");
        return Compare();
    }

    public async ValueTask DisposeAsync()
    {
        await warehouse.StopAsync();
        warehouse.Dispose();
        await Joor.DisposeAsync();
    }

    private LedgerComparison Compare() => LedgerComparison.Of(Name, Joor.Ledger().Accounts[0], Wms.Ledger());

    private async Task<string> WhatIsLeftAsync()
    {
        if (!Compare().IsClean)
            return Compare().Summary;
        if (await Tables.UnfinishedAsync() is { Length: > 0 } unfinished)
            return unfinished;
        return await Broker.WaitingAsync(Amqp) is var waiting && waiting > 0 ? $"{waiting} messages in the queues" : "";
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["JOORBUS__POSTGRES"] = Database,
        ["JOORBUS__RABBITMQ"] = Amqp,
        ["JOORBUS__HTTP__URLS"] = "http://127.0.0.1:0",
        ["JOORBUS__CONNECTIONS__0__NAME"] = Name,
        ["JOORBUS__CONNECTIONS__0__TOKEN"] = Token,
        ["JOORBUS__CONNECTIONS__0__ENVIRONMENT"] = "sandbox",
        ["JOORBUS__CONNECTIONS__0__BASEURL"] = Joor.BaseUrl.ToString(),
        ["JOORBUS__CONNECTIONS__0__POLLINTERVAL"] = "00:00:01",
        ["JOORBUS__CONNECTIONS__0__STARTDATE"] = "2020-01-01T00:00:00Z",
        ["JOORBUS__PERSISTENCE__OUTBOXLEASE"] = "00:00:01",
        ["JOORBUS__ORDERS__POLLLEASE"] = "00:00:05",
    };
}
