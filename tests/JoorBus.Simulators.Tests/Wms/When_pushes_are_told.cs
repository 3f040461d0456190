using JoorBus.Contracts.Inventory;
using JoorBus.Contracts.Products;
using JoorBus.Simulators.Wms;
using MassTransit;
using MassTransit.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Simulators.Tests.Wms;

public sealed class When_pushes_are_told
{
    [Fact]
    public async Task Should_be_heard_and_counted_once()
    {
        var wms = new WmsSimulator();
        await using var services = new ServiceCollection().AddMassTransitTestHarness(bus => bus.AddWmsSimulator(wms)).BuildServiceProvider(true);
        var harness = services.GetRequiredService<ITestHarness>();
        await harness.Start();
        var (id, now) = (NewId.NextGuid(), TimeProvider.System.GetUtcNow());
        var stock = new InventoryPushed { PushId = id, Connection = "brand", PushedAt = now, Items = [new PushedStock { Warehouse = "East", Quantity = 1 }, new PushedStock { Warehouse = "West", Quantity = 1 }] };

        await harness.Bus.Publish(stock, context => context.MessageId = id);
        await harness.Bus.Publish(stock, context => context.MessageId = id);
        await harness.Bus.Publish(new ProductPushRefused { Connection = "brand", StyleNumber = "C", StyleIdentifier = "C", RefusedAt = now, Reasons = ["price"] });

        var told = 0;
        await foreach (var _ in harness.Consumed.SelectAsync<InventoryPushed>())
        {
            if (++told == 2)
                break;
        }
        (await harness.Consumed.Any<ProductPushRefused>()).ShouldBeTrue();
        (wms.Pushes.Stock, wms.Pushes.StockRefused, wms.Pushes.Styles, wms.Pushes.StylesRefused).ShouldBe((2, 0, 0, 1));
    }
}
