namespace JoorBus.Orders.Tests.Polling;

public sealed class When_orders_are_polled
{
    [Fact]
    public async Task Should_announce_each_order_once_however_often_it_is_read()
    {
        await using var host = await PollingHost.StartAsync();
        var ids = host.Joor.Orders.AddApproved(120);

        await host.RoundAsync();
        Touch(host, ids);
        await host.RoundAsync();
        Touch(host, ids);
        await host.RoundAsync();

        host.Delivered.Events("joor-order-received").ShouldBe(ids.Select(id => (id, 1)), ignoreOrder: true);
        host.Delivered.All.Count.ShouldBe(120);
        host.Delivered.All.Select(message => message.MessageId).ShouldBe(ids.Select(id => OrderIds.Event(OrderIds.Order("linen", id), 1)), ignoreOrder: true);
        host.Joor.Ledger().Requests.Count(request => request.OrdersRead > 0).ShouldBeGreaterThan(6);
    }

    [Fact]
    public async Task Should_announce_changed_content_and_nothing_else()
    {
        await using var host = await PollingHost.StartAsync();
        var ids = host.Joor.Orders.AddApproved(3);
        await host.RoundAsync();

        host.Joor.Orders.Amend(ids[0]);
        host.Joor.Orders.Amend(ids[1], order => order);
        await host.RoundAsync();
        await host.RoundAsync();

        host.Delivered.Events("joor-order-amended").ShouldBe([(ids[0], 2)]);
        host.Delivered.Events("joor-order-cancelled").ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_announce_a_cancellation_once_and_only_of_what_it_announced_before()
    {
        await using var host = await PollingHost.StartAsync();
        var ids = host.Joor.Orders.AddApproved(2);
        host.Joor.Orders.Cancel(ids[1]);
        await host.RoundAsync();

        host.Joor.Orders.Cancel(ids[0]);
        await host.RoundAsync();
        await host.RoundAsync();

        host.Delivered.Events("joor-order-cancelled").ShouldBe([(ids[0], 2)]);
        host.Delivered.All.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Should_write_the_steps_of_each_order()
    {
        await using var host = await PollingHost.StartAsync();
        var id = host.Joor.Orders.AddApproved(1).Single();
        await host.RoundAsync();
        host.Joor.Orders.Amend(id);
        await host.RoundAsync();

        (await host.ScalarAsync<string>("select string_agg(kind || ', ' || detail, '; ' order by id) from order_timeline")).ShouldBe(
            "joor-order.received, revision 1; joor-order.export-marked, revision 1; joor-order.amended, revision 2; joor-order.export-marked, revision 2");
    }

    [Fact]
    public async Task Should_make_one_dead_letter_of_an_order_that_cannot_be_read()
    {
        await using var host = await PollingHost.StartAsync();
        var before = host.Joor.Orders.AddApproved(1).Single();
        host.Joor.Orders.AddRaw("""{"order_id":4711,"date_modified":"{date_modified}","line_items":[{"item_quantity":"many"}]}""", orderId: "4711");
        var after = host.Joor.Orders.AddApproved(1).Single();

        await host.RoundAsync();
        await host.RoundAsync();

        var deadLetter = host.Delivered.To("queue:orders-poll_error").ShouldHaveSingleItem();
        deadLetter.Headers!.ShouldContain("many");
        deadLetter.Headers!.ShouldContain("Unreadable");
        host.Delivered.Events("joor-order-received").ShouldBe([(before, 1), (after, 1)], ignoreOrder: true);
        (await host.ScalarAsync<string>("select decision from joor_orders where joor_order_id = '4711'")).ShouldBe("Unreadable");
    }

    [Fact]
    public async Task Should_keep_the_checkpoint_when_JOOR_fails()
    {
        await using var host = await PollingHost.StartAsync(connection => connection.RequestTimeout = TimeSpan.FromSeconds(30));
        await host.RoundAsync();
        var checkpoint = await host.ScalarAsync<string>("select checkpoint from joor_polls");
        var id = host.Joor.Orders.AddApproved(1).Single();
        host.Joor.Faults.Add(new() { Kind = Simulators.Joor.JoorFaultKind.HtmlPage, Count = 1 });

        await host.RoundAsync();
        (await host.ScalarAsync<string>("select checkpoint from joor_polls")).ShouldBe(checkpoint);
        (await host.ScalarAsync<string>("select error from joor_polls")).ShouldContain("cannot be read");
        await host.RoundAsync();

        host.Delivered.Events("joor-order-received").ShouldBe([(id, 1)]);
        (await host.ScalarAsync<string>("select checkpoint from joor_polls")).ShouldNotBe(checkpoint);
    }

    [Fact]
    public async Task Should_store_a_page_and_announce_it_together_or_not_at_all()
    {
        await using var host = await PollingHost.StartAsync();
        host.Joor.Orders.AddApproved(3);
        await host.ScalarAsync<string>("""
            create function refuse() returns trigger language plpgsql as $$ begin raise exception 'no room'; end $$;
            create trigger refuse before insert on order_timeline for each row execute function refuse();
            select 'done'
            """);

        await Should.ThrowAsync<Npgsql.PostgresException>(() => host.RoundAsync());

        host.Delivered.All.ShouldBeEmpty();
        (await host.ScalarAsync<int>("select (select count(*) from joor_orders) + (select count(*) from outbox)")).ShouldBe(0);
        host.Joor.Ledger().Requests.ShouldAllBe(request => request.OrdersMarked == 0);
    }

    // Modified, and the same: JOOR gives it again.
    private static void Touch(PollingHost host, IReadOnlyList<string> ids)
    {
        foreach (var id in ids)
            host.Joor.Orders.Amend(id, order => order);
    }
}
