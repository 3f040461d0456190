using System.Text.Json;
using JoorBus.TestKit;

namespace JoorBus.Orders.Tests.Polling;

public sealed class When_connections_change_while_orders_are_polled
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Should_poll_a_connection_that_is_new()
    {
        await using var host = await PollerHost.StartAsync();
        var (first, second) = (host.Joor.OrdersOf("first").AddApproved(1), host.Joor.OrdersOf("second").AddApproved(1));
        host.Set(host.Connection("first", Hour));
        await host.SeesAsync("joor-order-received", first[0]);

        host.Set(host.Connection("first", Hour), host.Connection("second", Hour));

        await host.SeesAsync("joor-order-received", second[0]);
    }

    [Fact]
    public async Task Should_poll_no_longer_what_is_removed_and_again_what_comes_back()
    {
        await using var host = await PollerHost.StartAsync();
        host.Set(host.Connection("first", Second), host.Connection("second", Second));
        await host.SeesAsync("joor-order-received", host.Joor.OrdersOf("first").AddApproved(1)[0], host.Joor.OrdersOf("second").AddApproved(1)[0]);

        host.Set(host.Connection("second", Second));
        await host.SeesAsync("joor-order-received", host.Joor.OrdersOf("second").AddApproved(1)[0]);
        var reads = host.Reads("1001");
        var missed = host.Joor.OrdersOf("first").AddApproved(1)[0];
        await host.SeesAsync("joor-order-received", host.Joor.OrdersOf("second").AddApproved(1)[0]);
        host.Reads("1001").ShouldBe(reads);

        host.Set(host.Connection("first", Second), host.Connection("second", Second));
        await host.SeesAsync("joor-order-received", missed);
    }

    [Fact]
    public async Task Should_take_a_shorter_interval_at_once()
    {
        await using var host = await PollerHost.StartAsync();
        host.Set(host.Connection("first", Hour));
        await host.SeesAsync("joor-order-received", host.Joor.OrdersOf("first").AddApproved(1)[0]);
        var late = host.Joor.OrdersOf("first").AddApproved(1)[0];

        host.Set(host.Connection("first", Second));

        await host.SeesAsync("joor-order-received", late);
    }

    [Fact]
    public async Task Should_go_on_with_the_orders_of_a_connection_under_its_new_name()
    {
        await using var host = await PollerHost.StartAsync();
        var orders = host.Joor.OrdersOf("first");
        var ids = orders.AddApproved(2);
        host.Set(host.Connection("first", Second));
        await host.SeesAsync("joor-order-received", [.. ids]);

        host.Set(host.Connection("first", Second, name: "linen house"));
        orders.Amend(ids[0]);
        await host.SeesAsync("joor-order-amended", ids[0]);
        var before = host.Reads("1001");
        await Eventually.BecomesTrueAsync(() => host.Reads("1001") > before + 4, "two more rounds");

        host.Delivered.Events("joor-order-received").ShouldBe(ids.Select(id => (id, 1)), ignoreOrder: true);
        host.Delivered.Events("joor-order-amended").ShouldBe([(ids[0], 2)]);
        var amended = JsonSerializer.Deserialize<JsonElement>(host.Delivered.To("exchange:joorbus.orders.joor-order-amended").Single().Body).GetProperty("message");
        amended.GetProperty("connection").GetString().ShouldBe("linen house");
        amended.GetProperty("orderId").GetGuid().ShouldBe(OrderIds.Order("first", ids[0]));
    }
}
