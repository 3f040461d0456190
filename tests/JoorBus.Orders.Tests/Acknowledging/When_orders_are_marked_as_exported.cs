using JoorBus.Joor;
using JoorBus.Orders.Tests.Polling;
using JoorBus.Simulators.Joor;

namespace JoorBus.Orders.Tests.Acknowledging;

public sealed class When_orders_are_marked_as_exported
{
    [Fact]
    public async Task Should_cost_no_more_than_the_pages_and_a_few_requests()
    {
        await using var host = await PollingHost.StartAsync();
        host.Joor.Orders.AddApproved(500);

        await host.RoundAsync();

        host.Joor.Orders.Snapshot().Orders.ShouldAllBe(order => order.Export == JoorExportState.Exported);
        var requests = host.Joor.Ledger().Requests;
        requests.Count(request => request.OrdersMarked > 0).ShouldBe(10);
        requests.Count.ShouldBeLessThanOrEqualTo(10 + 10 + 3);
    }

    [Fact]
    public async Task Should_cost_nothing_while_nothing_is_new()
    {
        await using var host = await PollingHost.StartAsync();
        host.Joor.Orders.AddApproved(3);
        await host.RoundAsync();
        await host.RoundAsync();
        var before = host.Joor.Ledger().Requests.Count;

        await host.RoundAsync();

        host.Joor.Ledger().Requests.Skip(before).Select(request => (request.OrdersMarked, request.PathAndQuery.Contains("sync=1", StringComparison.Ordinal)))
            .ShouldBe([(0, false), (0, false)]);
    }

    [Fact]
    public async Task Should_leave_orders_from_before_the_start_date_as_they_are()
    {
        await using var host = await PollingHost.StartAsync();
        var start = host.Connection.StartDate!.Value;
        var orders = host.Joor.Orders;
        var ids = Enumerable.Range(0, 60).Select(place =>
        {
            host.Clock.Advance(TimeSpan.FromMilliseconds(1));
            return orders.AddOrder(orders.Generate() with { ApprovedAt = place % 10 == 3 ? start.AddDays(-1) : start });
        }).ToList();

        await host.RoundAsync();

        var old = ids.Where((_, place) => place % 10 == 3).ToList();
        orders.Snapshot().Orders.Where(order => order.Export == JoorExportState.NotExported).Select(order => order.OrderId).ShouldBe(old);
        host.Delivered.Events("joor-order-received").Select(received => received.JoorOrderId).ShouldBe(ids.Except(old), ignoreOrder: true);
    }

    [Fact]
    public async Task Should_leave_an_order_that_cannot_be_read_as_it_is()
    {
        await using var host = await PollingHost.StartAsync();
        host.Joor.Orders.AddApproved(1);
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var bad = host.Joor.Orders.AddRaw("""{"order_id":4711,"date_modified":"{date_modified}","line_items":[{"item_quantity":"many"}]}""");
        host.Clock.Advance(TimeSpan.FromMilliseconds(1));
        host.Joor.Orders.AddApproved(1);

        await host.RoundAsync();

        host.Joor.Orders.Snapshot().Orders.Where(order => order.Export == JoorExportState.NotExported).Select(order => order.OrderId).ShouldBe([bad]);
    }

    [Fact]
    public async Task Should_mark_again_what_changed_since()
    {
        await using var host = await PollingHost.StartAsync();
        var id = host.Joor.Orders.AddApproved(1).Single();
        await host.RoundAsync();
        host.Joor.Orders.Amend(id);

        await host.RoundAsync();

        var order = host.Joor.Orders.Snapshot().Orders.Single();
        order.IsModifiedSinceExport.ShouldBeFalse();
        order.History.Count(change => change.Kind == JoorOrderChangeKind.ExportedAgain).ShouldBe(1);
    }

    [Fact]
    public async Task Should_lose_nothing_when_the_answer_to_a_mark_is_lost()
    {
        await using var host = await PollingHost.StartAsync();
        var ids = host.Joor.Orders.AddApproved(3);
        host.Joor.Faults.Add(new() { Kind = JoorFaultKind.DropAfterEffect, Matching = "sync=1" });

        await host.RoundAsync();
        await host.RoundAsync();

        host.Delivered.Events("joor-order-received").ShouldBe(ids.Select(id => (id, 1)), ignoreOrder: true);
        (await host.ScalarAsync<int>("select count(*) from joor_orders where marked_at is not null")).ShouldBe(3);
    }

    [Fact]
    public async Task Should_be_left_out_where_the_connection_says_so()
    {
        await using var host = await PollingHost.StartAsync(connection => connection.ExportMark = JoorExportMark.None);
        host.Joor.Orders.AddApproved(3);

        await host.RoundAsync();

        host.Joor.Ledger().Requests.ShouldAllBe(request => request.OrdersMarked == 0);
    }
}
