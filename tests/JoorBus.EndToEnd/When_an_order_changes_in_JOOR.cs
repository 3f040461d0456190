using JoorBus.EndToEnd.World;
using JoorBus.Messaging;
using JoorBus.Simulators.Wms;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd;

public sealed class When_an_order_changes_in_JOOR
{
    [Theory]
    [InlineData(BusTransport.RabbitMq)]
    [InlineData(BusTransport.Memory)]
    public async Task Should_reach_the_warehouse(BusTransport transport)
    {
        var (brand, host) = await Brand.StartAsync(transport);
        await using var _ = brand;
        var ids = brand.Joor.Orders.AddApproved(3);
        await brand.AgreeAsync();

        brand.Joor.Orders.Amend(ids[0], order => order with { Comments = "Blue ribbon, please" });
        brand.Joor.Orders.Cancel(ids[1]);

        var amended = await Eventually.ReadsAsync(() => host.ShowAsync(ids[0]), detail => detail?.Facts?.AcceptedRevision == 2, "the amendment is accepted");
        amended!.Timeline.Select(step => step.Kind).ShouldContain("wms-order.amend-sent");
        await host.ShowOnceAsync(ids[1], "Cancelled");
        await host.ShowOnceAsync(ids[2], "Accepted");
        await brand.AgreeAsync();
        brand.InWarehouse(ids[0])!.Content.ShouldBe(brand.Joor.Ledger().Accounts[0].Orders.Single(order => order.OrderId == ids[0]).Content);
        brand.InWarehouse(ids[1])!.Status.ShouldBe(WmsOrderStatus.Cancelled);
    }
}
