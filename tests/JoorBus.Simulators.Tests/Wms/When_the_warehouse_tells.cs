using JoorBus.Contracts.Inventory;
using JoorBus.Simulators.Tests.Wms.Stock;
using JoorBus.Simulators.Wms;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Simulators.Tests.Wms;

public sealed class When_the_warehouse_tells
{
    [Fact]
    public async Task Should_publish_each_message_under_its_own_id()
    {
        await using var services = new ServiceCollection().AddMassTransitTestHarness().BuildServiceProvider(true);
        var harness = services.GetRequiredService<ITestHarness>();
        await harness.Start();
        var stock = Stocks.New();
        var told = stock.Tell(new WmsStockFlood { Changes = 30, Items = 16 }.Run(stock), 10);
        var publisher = new WmsPublisher(harness.Bus, TimeProvider.System);

        await publisher.PublishAsync([.. told, .. stock.Snapshot("count-1").All], atOnce: 2, CancellationToken.None);

        var published = harness.Published.Select<InventoryChanged>().ToList();
        published.Where(message => message.Context.Message.SnapshotId is null).Select(message => message.Context.MessageId!.Value).ShouldBe(told.Select(announcement => announcement.MessageId), ignoreOrder: true);
        harness.Published.Select<InventorySnapshotStarted>().Count().ShouldBe(1);
        harness.Published.Select<InventorySnapshotCompleted>().Count().ShouldBe(1);
        publisher.Repeated.ShouldBe(0);
    }
}
