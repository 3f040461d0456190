using JoorBus.EndToEnd.World;
using JoorBus.Messaging;
using JoorBus.Simulators.Wms;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd;

public sealed class When_a_host_is_started_again
{
    [Theory]
    [InlineData(BusTransport.RabbitMq)]
    [InlineData(BusTransport.Memory)]
    public async Task Should_go_on_where_it_stopped(BusTransport transport)
    {
        var (brand, host) = await Brand.StartAsync(transport, new() { MaxLatency = TimeSpan.FromMilliseconds(300) });
        await using var _ = brand;
        var before = brand.Joor.Orders.AddApproved(60);
        await Eventually.BecomesTrueAsync(() => brand.Wms.Ledger().OrdersCreated > 0, "work is under way");

        await host.StopAsync();
        brand.Joor.Orders.AddApproved(40);
        brand.Joor.Orders.Amend(before[0]);
        brand.Joor.Orders.Cancel(before[1]);
        var next = await brand.StartHostAsync();

        await brand.AgreeAsync();
        brand.Wms.Ledger().OrdersCreated.ShouldBe(100);
        await Eventually.ReadsAsync(() => next.ListAsync("--state", "accepted"), rows => rows.Count == 99, "all but the cancelled one are accepted");
        brand.InWarehouse(before[1])!.Status.ShouldBe(WmsOrderStatus.Cancelled);
    }
}
