using JoorBus.Contracts;
using JoorBus.Contracts.Orders;
using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using JoorBus.Products.Setting;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JoorBus.Products.Tests.Pushing;

public sealed class When_a_host_runs
{
    [Fact]
    public async Task Should_carry_a_message_to_joor_and_a_bad_one_nowhere()
    {
        await using var joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions { Accounts = [new JoorSimulatorAccount { AccountId = "1001", Tokens = ["token"], Catalog = new JoorCatalogSeed { Styles = 0 } }] });
        var database = await TestDatabase.CreateAsync();
        await using var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IReadOnlyList<JoorConnectionOptions>>([new JoorConnectionOptions { Name = "Linen", Key = "linen", Token = "token", BaseUrl = joor.BaseUrl.ToString() }])
            .AddPersistence(options => options.ConnectionString = database)
            .AddProducts()
            .AddProductWorkers()
            .AddJoor()
            .AddMessaging(new MessagingOptions(), bus => bus.AddProductConsumers())
            .BuildServiceProvider();
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        await services.GetRequiredService<ProductSettingsStore>().SaveAsync(ProductSettingsStore.Of("linen") with { IsOn = true }, CancellationToken.None);
        var bus = services.GetRequiredService<IBusControl>();
        await bus.StartAsync();
        var worker = services.GetServices<IHostedService>().Single(service => service.GetType().Name == "ProductWorker");
        await worker.StartAsync(CancellationToken.None);

        await bus.Publish(new ProductChanged { Connection = "Nowhere", Sequence = 1, Product = Styles.Dress("D-1") }, context => context.MessageId = new Guid("00000000-0000-0000-0000-000000000001"));
        await bus.Publish(new ProductChanged { Connection = "linen", Sequence = 1, Product = Styles.Dress() }, context => context.MessageId = new Guid("00000000-0000-0000-0000-000000000002"));

        await Eventually.BecomesTrueAsync(() => joor.Ledger().Accounts.Single().Styles.Any(style => style.Identifier == "D-100" && style.Skus.Count == 6), "JOOR has the style");
        joor.Ledger().Accounts.Single().Styles.ShouldHaveSingleItem();

        await bus.Publish(Ordered(units: 7), context => context.MessageId = new Guid("00000000-0000-0000-0000-000000000003"));
        await Eventually.BecomesTrueAsync(() => TellsAsync(services, "select exists (select 1 from product_orders where connection = 'linen' and is_open)"), "the order is counted");
        await bus.Publish(new ProductRemoved { StyleNumber = "D-100", ColorCode = "001", Sequence = 2 }, context => context.MessageId = new Guid("00000000-0000-0000-0000-000000000004"));
        await Eventually.BecomesTrueAsync(
            () => TellsAsync(services, "select exists (select 1 from joor_products where state = 'Held' and held[1] like '%1 open order with 7 units of it is known here%')"), "the removal is held");
        await worker.StopAsync(CancellationToken.None);
        await bus.StopAsync();
    }

    private static JoorOrderReceived Ordered(int units) => new()
    {
        OrderId = new Guid("00000000-0000-0000-0000-000000000009"),
        Connection = "Linen",
        Revision = 1,
        ReceivedAt = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Order = new JoorOrder
        {
            JoorOrderId = "9",
            Status = JoorOrderStatus.Approved,
            Customer = new JoorCustomer(),
            Lines = [new JoorOrderLine { LineNumber = 1, StyleNumber = "D-100", StyleIdentifier = "D-100", Color = new Coded { Code = "001" }, Size = new Coded { Name = "M" }, Quantity = units }],
        },
    };

    private static async Task<bool> TellsAsync(IServiceProvider services, string sql)
    {
        await using var command = services.GetRequiredService<Database>().Command(sql);
        return (bool)(await command.ExecuteScalarAsync())!;
    }
}
