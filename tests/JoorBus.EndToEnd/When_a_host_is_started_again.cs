using JoorBus.EndToEnd.World;
using JoorBus.Messaging;
using JoorBus.Simulators.Wms;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd;

public sealed class When_a_host_is_started_again
{
    [Fact]
    public async Task Should_go_on_in_the_middle_of_its_work()
    {
        var (brand, host) = await Brand.StartAsync(wms: new() { MaxLatency = TimeSpan.FromMilliseconds(300) });
        await using var _ = brand;
        var before = brand.Joor.Orders.AddApproved(60);
        await Eventually.BecomesTrueAsync(() => brand.Wms.Ledger().OrdersCreated > 0, "work is under way");

        await StartAgainAsync(brand, host, before);
    }

    // What is in flight on the bus in memory ends with its process, so the host comes to rest first.
    [Fact]
    public async Task Should_go_on_after_a_rest_with_the_bus_in_memory()
    {
        var (brand, host) = await Brand.StartAsync(BusTransport.Memory);
        await using var _ = brand;
        var before = brand.Joor.Orders.AddApproved(60);
        await brand.AgreeAsync();
        await Eventually.ReadsAsync(() => host.ListAsync("--state", "accepted"), rows => rows.Count == 60, "all are accepted");

        await StartAgainAsync(brand, host, before);
    }

    private static async Task StartAgainAsync(Brand brand, RunningHost host, IReadOnlyList<string> before)
    {
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
