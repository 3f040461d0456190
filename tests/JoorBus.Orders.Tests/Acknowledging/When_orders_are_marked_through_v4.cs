using JoorBus.Orders.Tests.Polling;
using JoorBus.Simulators.Joor;

namespace JoorBus.Orders.Tests.Acknowledging;

public sealed class When_orders_are_marked_through_v4
{
    [Fact]
    public async Task Should_mark_what_is_stored_fifty_at_a_time()
    {
        await using var host = await PollingHost.StartV4Async();
        host.Joor.Orders.AddApproved(120);

        await host.RoundAsync();

        host.Joor.Orders.Snapshot().Orders.ShouldAllBe(order => order.Export == JoorExportState.Exported);
        Marks(host).Count.ShouldBe(3);
        (await host.ScalarAsync<int>("select count(*) from joor_orders where marked_at is not null")).ShouldBe(120);
        (await host.ScalarAsync<int>("select count(*) from order_timeline where kind = 'joor-order.export-marked'")).ShouldBe(120);
    }

    [Fact]
    public async Task Should_leave_orders_from_before_the_start_date_as_they_are()
    {
        await using var host = await PollingHost.StartV4Async();
        var orders = host.Joor.Orders;
        var old = orders.AddOrder(orders.Generate() with { ApprovedAt = host.Connection.StartDate!.Value.AddDays(-1) });
        orders.AddApproved(1);

        await host.RoundAsync();

        orders.Snapshot().Orders.Where(order => order.Export != JoorExportState.Exported).Select(order => order.OrderId).ShouldBe([old]);
    }

    [Fact]
    public async Task Should_note_a_refusal_once_and_try_again_when_the_order_changes()
    {
        await using var host = await PollingHost.StartV4Async();
        var orders = host.Joor.Orders;
        // JOOR accepts no change of an approved order without a payment method.
        var refused = orders.AddOrder(orders.Generate() with { PaymentMethod = null });
        var good = orders.AddApproved(2);

        await host.RoundAsync();
        await host.RoundAsync();
        var marks = Marks(host).Count;
        await host.RoundAsync();

        Marks(host).Count.ShouldBe(marks);
        orders.Snapshot().Orders.Where(order => order.Export == JoorExportState.Exported).Select(order => order.OrderId).ShouldBe(good, ignoreOrder: true);
        (await host.ScalarAsync<string>("select string_agg(detail, ';') from order_timeline where kind = 'joor-order.export-mark-refused'")).ShouldContain("payment method");

        orders.Amend(refused, order => order with { PaymentMethod = orders.Get(good[0]).PaymentMethod });
        await host.RoundAsync();

        orders.Snapshot().Orders.ShouldAllBe(order => order.Export == JoorExportState.Exported);
    }

    [Fact]
    public async Task Should_mark_again_what_changed_since()
    {
        await using var host = await PollingHost.StartV4Async();
        var id = host.Joor.Orders.AddApproved(1).Single();
        await host.RoundAsync();
        host.Joor.Orders.Amend(id);

        await host.RoundAsync();

        Marks(host).Count.ShouldBe(2);
        (await host.ScalarAsync<int>("select count(*) from joor_orders where marked_at is not null and revision = 2")).ShouldBe(1);
    }

    [Fact]
    public async Task Should_lose_nothing_when_the_answer_to_a_mark_is_lost()
    {
        await using var host = await PollingHost.StartV4Async();
        var ids = host.Joor.Orders.AddApproved(3);
        host.Joor.Faults.Add(new() { Kind = JoorFaultKind.DropAfterEffect, Matching = "bulk_update" });

        await host.RoundAsync();
        await host.RoundAsync();

        host.Delivered.Events("joor-order-received").ShouldBe(ids.Select(id => (id, 1)), ignoreOrder: true);
        (await host.ScalarAsync<int>("select count(*) from joor_orders where marked_at is not null")).ShouldBe(3);
    }

    private static List<JoorRequest> Marks(PollingHost host) =>
        [.. host.Joor.Ledger().Requests.Where(request => request.PathAndQuery.Contains("bulk_update", StringComparison.Ordinal))];
}
