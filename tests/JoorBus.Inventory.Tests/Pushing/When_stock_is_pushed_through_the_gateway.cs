using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Persistence;
using JoorBus.Persistence.Outbox;
using JoorBus.Persistence.Schema;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit.Abstractions;

namespace JoorBus.Inventory.Tests.Pushing;

public sealed class When_stock_is_pushed_through_the_gateway(ITestOutputHelper output)
{
    private const int Items = 300;

    [Theory]
    [InlineData(JoorApiVersion.V2, JoorFormat.Json, StockMode.Update)]
    [InlineData(JoorApiVersion.V2, JoorFormat.Xml, StockMode.Update)]
    [InlineData(JoorApiVersion.V4, JoorFormat.Json, StockMode.Update)]
    [InlineData(JoorApiVersion.V2, JoorFormat.Json, StockMode.Overwrite)]
    public async Task Should_hold_in_joor_what_the_warehouse_says(JoorApiVersion version, JoorFormat format, StockMode mode)
    {
        await using var joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions { Tokens = ["brand"], UnknownSku = JoorUnknownSku.Keep });
        var connection = new JoorConnectionOptions { Name = "brand", Token = "brand", ApiVersion = version, Format = format, BaseUrl = joor.BaseUrl.ToString() };
        await using var services = new ServiceCollection()
            .AddLogging(logging => logging.AddProvider(new OutputLogs(output)))
            .AddSingleton<IMessageDelivery, NoDelivery>()
            .AddSingleton<IStockCredits>(new PlentyOfCredits())
            .AddSingleton<IReadOnlyList<JoorConnectionOptions>>([connection])
            .AddSingleton(new PushedConnections(() => [connection]))
            .Configure<InventoryOptions>(options => options.LookEvery = TimeSpan.FromMilliseconds(200))
            .AddPersistence(await OptionsAsync())
            .AddInventory()
            .AddInventoryWorkers()
            .AddJoor()
            .AddMessaging(new MessagingOptions(), _ => { })
            .BuildServiceProvider();
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        var settings = new InventorySettings { Id = default, Connection = "brand", IsOn = true, Mode = mode, Warehouses = [new("North", "Default")], MaxItemsPerRequest = 100 };
        await services.GetRequiredService<InventorySettingsStore>().SaveAsync(settings, 0, CancellationToken.None);
        joor.Faults.Add(new JoorFault { Kind = JoorFaultKind.DropAfterEffect, Matching = "bulk-inventory" });
        joor.Faults.Add(new JoorFault { Kind = JoorFaultKind.ServerError, Matching = "bulk-inventory" });
        joor.Faults.Add(new JoorFault { Kind = JoorFaultKind.CutOffJson, Matching = "bulk-inventory" });
        var worker = services.GetServices<IHostedService>().Single(service => service is InventoryWorker);
        await worker.StartAsync(CancellationToken.None);

        await StoreAsync(services, version: 1);
        await HoldsAsync(joor, version: 1);
        await StoreAsync(services, version: 2);
        await HoldsAsync(joor, version: 2);

        await worker.StopAsync(CancellationToken.None);
        var open = await services.GetRequiredService<Database>().ReadAsync("select count(*)::int from mt_doc_inventorypush where data ->> 'State' = 'Claimed'", reader => reader.GetInt32(0), CancellationToken.None);
        open.ShouldBe([0]);
        var immediate = await services.GetRequiredService<Database>().ReadAsync("select count(*)::int from joor_stock where day = '0001-01-01' and pushed = wanted", reader => reader.GetInt32(0), CancellationToken.None);
        immediate.ShouldBe([Items]);
        joor.Ledger().Overspent.ShouldBe(0);
    }

    private static Task HoldsAsync(JoorSimulator joor, int version) => Eventually.BecomesTrueAsync(
        () =>
        {
            var stock = joor.Ledger().Accounts[0].Stock.ToDictionary(entry => entry.Upc!, entry => entry.Quantity);
            return Enumerable.Range(0, Items).All(item => stock.TryGetValue($"upc{item}", out var units) && units == item + version);
        },
        $"JOOR holds version {version}");

    private static Task<List<int>> StoreAsync(ServiceProvider services, int version) => services.GetRequiredService<Database>().ReadAsync(
        $"""
        with stored as (
            insert into inventory_levels as l (connection, item, warehouse, version, as_of, on_hand, made_to_order, identity, changed_xid, changed_at)
            select '', item, 'North', $1, now(), number + $1, false, identity, pg_current_xact_id(), now() from unnest($2, $3, $4) as r(item, identity, number)
            on conflict (connection, item, warehouse) do update set version = excluded.version, on_hand = excluded.on_hand, changed_xid = excluded.changed_xid returning 1)
        select pg_notify('joorbus_inventory', $5)::text from (select count(*) from stored) as s
        """,
        _ => 0,
        CancellationToken.None,
        version,
        Enumerable.Range(0, Items).Select(item => $"item{item}").ToArray(),
        Enumerable.Range(0, Items).Select(item => new ItemIdentity { Sku = $"item{item}", Upc = $"upc{item}" }.Write()).ToArray(),
        Enumerable.Range(0, Items).ToArray(),
        services.GetRequiredService<Database>().Schema);

    private static async Task<Action<PersistenceOptions>> OptionsAsync()
    {
        var database = await TestDatabase.CreateAsync();
        return options => options.ConnectionString = database;
    }

    private sealed class NoDelivery : IMessageDelivery
    {
        public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class OutputLogs(ITestOutputHelper output) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => output.WriteLine(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
