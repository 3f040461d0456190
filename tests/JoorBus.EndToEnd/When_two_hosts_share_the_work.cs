using JoorBus.EndToEnd.World;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd;

public sealed class When_two_hosts_share_the_work
{
    [Fact]
    public async Task Should_do_nothing_twice()
    {
        await using var brand = await Brand.OpenAsync();
        brand.Joor.Orders.AddApproved(100);
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        var hosts = await Task.WhenAll(brand.StartHostAsync(), brand.StartHostAsync());
        await brand.StartWarehouseAsync();

        await brand.AgreeAsync();
        await Eventually.ReadsAsync(() => hosts[1].ListAsync("--state", "accepted"), rows => rows.Count == 100, "all are accepted");

        brand.Wms.Ledger().CommandsSeen.ShouldBe(100);
        brand.Wms.Ledger().CommandsRepeated.ShouldBe(0);
        (await Bus.ConsumersOfAsync(brand.Broker, "orders-track")).ShouldBe(2u);
        var rounds = brand.Joor.Ledger().Requests.Count(request =>
            request.PathAndQuery.Contains("order_type=5&", StringComparison.Ordinal) && request.PathAndQuery.Contains("sync=0", StringComparison.Ordinal));
        var interval = brand.Settings.Connections[0].PollInterval;
        rounds.ShouldBeLessThanOrEqualTo((int)(clock.GetElapsedTime(started) / interval) + 1);
    }

    [Fact]
    public async Task Should_go_on_when_one_of_them_stops()
    {
        await using var brand = await Brand.OpenAsync();
        var one = await brand.StartHostAsync();
        var other = await brand.StartHostAsync();
        await brand.StartWarehouseAsync();
        brand.Joor.Orders.AddApproved(40);
        await Eventually.BecomesTrueAsync(() => brand.Wms.Ledger().OrdersCreated > 0, "work is under way");

        await one.StopAsync();
        brand.Joor.Orders.AddApproved(40);

        await brand.AgreeAsync();
        await Eventually.ReadsAsync(() => other.ListAsync("--state", "accepted"), rows => rows.Count == 80, "all are accepted");
    }
}
