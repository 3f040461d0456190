using JoorBus.EndToEnd.World;
using JoorBus.Messaging;
using JoorBus.Simulators.Wms;

namespace JoorBus.EndToEnd;

public sealed class When_the_warehouse_refuses_an_order
{
    [Theory]
    [InlineData(BusTransport.RabbitMq)]
    [InlineData(BusTransport.Memory)]
    public async Task Should_be_held_with_its_reason_until_JOOR_changes_it(BusTransport transport)
    {
        var (brand, host) = await Brand.StartAsync(transport);
        await using var _ = brand;
        var order = brand.Joor.Orders.Generate();
        brand.Wms.Refuse(order.JoorOrderId, "Item 4711 is not in the item master");
        brand.Joor.Orders.AddOrder(order);
        var neighbours = brand.Joor.Orders.AddApproved(5);

        var held = await host.ShowOnceAsync(order.JoorOrderId, "Held");
        held.Facts!.HeldReason.ShouldNotBeNull().ShouldContain("Item 4711 is not in the item master");
        var list = await host.AskAsync("orders", "list", "--state", "held");
        list.Output.ShouldContain(order.JoorOrderId);
        list.Output.ShouldContain("Item 4711 is not in the item master");
        foreach (var neighbour in neighbours)
        {
            await host.ShowOnceAsync(neighbour, "Accepted");
        }

        brand.Wms.Allow(order.JoorOrderId);
        brand.Joor.Orders.Amend(order.JoorOrderId);

        (await host.ShowOnceAsync(order.JoorOrderId, "Accepted")).Facts!.HeldReason.ShouldBeNull();
        await brand.AgreeAsync();
        brand.InWarehouse(order.JoorOrderId)!.Status.ShouldBe(WmsOrderStatus.Accepted);
    }
}
