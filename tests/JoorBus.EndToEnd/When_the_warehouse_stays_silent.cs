using JoorBus.EndToEnd.World;
using JoorBus.Messaging;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd;

public sealed class When_the_warehouse_stays_silent
{
    [Theory]
    [InlineData(BusTransport.RabbitMq)]
    [InlineData(BusTransport.Memory)]
    public async Task Should_be_noticed_and_named(BusTransport transport)
    {
        await using var brand = await Brand.OpenAsync(transport, wms: new() { SilentShare = 1 });
        brand.Settings.Orders.SilenceAfter = TimeSpan.FromSeconds(1);
        brand.Settings.Orders.SilenceInterval = TimeSpan.FromMilliseconds(200);
        var host = await brand.StartHostAsync();
        await brand.StartWarehouseAsync();

        var id = brand.Joor.Orders.AddApproved(1).Single();

        var silent = await Eventually.ReadsAsync(() => host.ListAsync("--silent"), rows => rows.Count == 1, "the order is listed as silent");
        silent.Single().JoorOrderId.ShouldBe(id);
        (await host.AskAsync("orders", "show", id)).Output.ShouldContain("No answer since");
        await Eventually.BecomesTrueAsync(() => host.Log.Has("wms-order.silent", id, "check that it consumes queue wms-orders"), "the log says so");
    }
}
