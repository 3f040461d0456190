using JoorBus.EndToEnd.World;
using JoorBus.Simulators.Wms;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd.BadInput;

public sealed class When_an_order_in_JOOR_is_odd
{
    private const int TenMegabytes = 10 << 20;

    [Fact]
    public async Task Should_take_an_unknown_status_for_the_one_it_was_asked_for()
    {
        var (brand, host) = await Brand.StartAsync();
        await using var _ = brand;

        brand.Joor.Orders.AddRaw(RawOrder.With("9000003", orderType: "77"), orderId: "9000003");

        await host.ShowOnceAsync("9000003", "Accepted");
    }

    [Fact]
    public async Task Should_carry_ten_megabytes()
    {
        var (brand, host) = await Brand.StartAsync();
        await using var _ = brand;

        brand.Joor.Orders.AddRaw(RawOrder.With("9000004", comments: new string('x', TenMegabytes)), orderId: "9000004");
        var neighbour = brand.Joor.Orders.AddApproved(1).Single();

        await host.ShowOnceAsync("9000004", "Accepted");
        await host.ShowOnceAsync(neighbour, "Accepted");
        await Eventually.BecomesTrueAsync(() => brand.InWarehouse("9000004")?.Status == WmsOrderStatus.Accepted, "the warehouse has it");
    }
}
