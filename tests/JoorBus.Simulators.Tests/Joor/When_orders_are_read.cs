using System.Globalization;
using System.Net;
using System.Text.Json;
using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_orders_are_read
{
    [Fact]
    public async Task Should_mark_them_exported_unless_told_not_to()
    {
        await using var joor = await Joor.Start();
        var id = joor.Orders.AddApproved(1).Single();

        (await joor.ReadIds("/order/?sync=0")).ShouldBe([id]);
        joor.Orders.Snapshot().Orders.Single().Export.ShouldBe(JoorExportState.NotExported);

        (await joor.ReadIds("/order/")).ShouldBe([id]);
        joor.Orders.Snapshot().Orders.Single().Export.ShouldBe(JoorExportState.Exported);
        (await joor.ReadIds("/order")).ShouldBeEmpty();
        (await joor.ReadIds("/order?sync=0")).ShouldBe([id]);
    }

    [Fact]
    public async Task Should_note_which_request_marked_them()
    {
        await using var joor = await Joor.Start();
        joor.Orders.AddApproved(1);
        await joor.Read("/order?sync=0");

        await joor.Read("/order?sync=1");
        await joor.Read("/order?sync=1&export_status=1");

        var marks = joor.Orders.Snapshot().Orders.Single().History.Where(change => change.Request is not null);
        marks.Select(mark => (mark.Kind, mark.Request)).ShouldBe([(JoorOrderChangeKind.Exported, 2L), (JoorOrderChangeKind.ExportedAgain, 3L)]);
        joor.Simulator.Ledger().Requests.Select(request => request.OrdersMarked).ShouldBe([0, 1, 1]);
    }

    [Fact]
    public async Task Should_give_pages_that_add_up()
    {
        await using var joor = await Joor.Start(new() { PageSize = 2 });
        var ids = joor.Orders.AddApproved(5);

        var read = new List<string>();
        for (string? start = "0"; start is { Length: > 0 };)
        {
            var answer = await joor.Read($"/order?sync=0&start_from={start}");
            read.AddRange(answer.GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("order_id").ToString()));
            answer.GetProperty("response").GetProperty("count").GetInt32().ShouldBe(5);
            start = answer.GetProperty("response").GetProperty("next_start").ToString();
        }

        read.ShouldBe(ids);
        joor.Simulator.Ledger().Reads.ShouldBe(3);
        (await joor.ReadIds("/order?sync=0&count=4")).Count.ShouldBe(4);
    }

    [Fact]
    public async Task Should_give_an_order_in_JOORs_odd_types()
    {
        await using var joor = await Joor.Start(time: new StandStillClock());
        joor.Orders.AddOrder(joor.Orders.Generate() with { Doors = [new JoorDoor { DoorId = "7" }], Divisions = [], Lines = [] });

        var order = (await joor.Read("/order?sync=0")).GetProperty("orders")[0];

        order.GetProperty("order_id").ValueKind.ShouldBe(JsonValueKind.Number);
        order.GetProperty("order_type").GetString().ShouldBe("4");
        order.GetProperty("date_modified").GetString().ShouldBe("2027-03-01T09:00:00.000000+00:00");
        order.GetProperty("date_ship_start").GetString()!.Length.ShouldBe("2027-03-01".Length);
        order.GetProperty("line_items").GetString().ShouldBe("");
        order.GetProperty("order_divisions").GetString().ShouldBe("");
        order.GetProperty("order_doors")[0].GetProperty("door_id").GetInt32().ShouldBe(7);
        order.GetProperty("order_doors")[0].GetProperty("door_code").ValueKind.ShouldBe(JsonValueKind.Null);
        order.GetProperty("integration_purchase_order").GetString().ShouldBe("");
    }

    [Fact]
    public async Task Should_wrap_them_as_the_switch_says()
    {
        await using var joor = await Joor.Start(new() { Envelope = JoorEnvelope.Nested });
        (await joor.Read("/order?sync=0")).GetProperty("orders").GetProperty("order").GetString().ShouldBe("");
        joor.Orders.AddApproved(1);

        var root = (await joor.Read("/order?sync=0")).GetProperty("orders");

        root.GetProperty("order").GetArrayLength().ShouldBe(1);
        root.GetProperty("response").GetProperty("code").GetInt32().ShouldBe(0);
        root.GetProperty("response").GetProperty("log_id").GetGuid().ShouldNotBe(Guid.Empty);
    }

    [Theory]
    [InlineData(1, "Notes")]
    [InlineData(2, "Approved,Shipped")]
    [InlineData(3, "Pending")]
    [InlineData(4, "Notes,Pending,Approved,Shipped")]
    [InlineData(5, "Cancelled")]
    [InlineData(6, "Approved")]
    [InlineData(7, "Shipped")]
    [InlineData(8, "Notes,Pending,Approved,Shipped,Cancelled")]
    public async Task Should_filter_by_order_type(int type, string statuses)
    {
        await using var joor = await Joor.Start();
        JoorOrderStatus[] all = [JoorOrderStatus.Notes, JoorOrderStatus.Pending, JoorOrderStatus.Approved, JoorOrderStatus.Shipped, JoorOrderStatus.Cancelled];
        var ids = all.ToDictionary(status => joor.Orders.AddOrder(joor.Orders.Generate(status)));

        var read = await joor.ReadIds($"/order?sync=0&order_type={type}");

        string.Join(',', read.Select(id => ids[id])).ShouldBe(statuses);
    }

    [Fact]
    public async Task Should_filter_by_modified_date_and_sort_by_it()
    {
        var clock = new StandStillClock();
        await using var joor = await Joor.Start(time: clock);
        var ids = joor.Orders.AddApproved(3);
        clock.Advance(TimeSpan.FromMinutes(1));
        joor.Orders.Amend(ids[0]);

        (await joor.ReadIds("/order?sync=0")).ShouldBe([ids[1], ids[2], ids[0]]);
        (await joor.ReadIds("/order?sync=0&date_start=2027-03-01T09:00:30Z&date_end=2027-03-01T10:00:00Z")).ShouldBe([ids[0]]);
        (await joor.ReadIds("/order?sync=0&date_start=2027-03-01T09:00:00Z&date_end=2027-03-01T09:00:30Z")).ShouldBe([ids[1], ids[2]]);
    }

    [Theory]
    [InlineData("date_start=2027-03-01", "date_start and date_end are required together")]
    [InlineData("order_type=9", "order_type '9' is not a number from 1 to 8")]
    [InlineData("date_start=soon&date_end=later", "date_start 'soon' is not an ISO 8601 time")]
    public async Task Should_refuse_parameters_without_meaning(string query, string comment)
    {
        await using var joor = await Joor.Start();

        using var answer = await joor.Send($"/order?sync=0&{query}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain(comment.Replace("'", "\\u0027", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Should_give_one_order_by_id_whatever_its_status()
    {
        await using var joor = await Joor.Start();
        var ids = joor.Orders.AddApproved(2);
        joor.Orders.Cancel(ids[1]);

        var order = (await joor.Read($"/order/{ids[1]}?sync=0")).GetProperty("orders")[0];

        order.GetProperty("order_id").ToString().ShouldBe(ids[1]);
        order.GetProperty("order_type").GetString().ShouldBe(new JoorSimulatorOptions().CancelledTypeCode);
        (await joor.ReadIds($"/order?sync=0&order_id={ids[0]}")).ShouldBe([ids[0]]);
        (await joor.ReadIds("/order/1?sync=0")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_answer_with_the_simulators_date()
    {
        var clock = new StandStillClock();
        await using var joor = await Joor.Start(time: clock);

        using var answer = await joor.Send("/order?sync=0");

        answer.Headers.Date.ShouldBe(clock.GetUtcNow());
    }

    [Fact]
    public async Task Should_give_each_change_a_date_of_its_own()
    {
        await using var joor = await Joor.Start(time: new StandStillClock());
        var ids = joor.Orders.AddApproved(50);
        foreach (var id in ids.Take(10))
            joor.Orders.Amend(id);

        var orders = (await joor.Read("/order?sync=0&count=100")).GetProperty("orders").EnumerateArray();

        var dates = orders.Select(order => DateTimeOffset.Parse(order.GetProperty("date_modified").GetString()!, CultureInfo.InvariantCulture)).ToList();
        dates.ShouldBe(dates.Distinct().Order());
        dates.Count.ShouldBe(50);
    }
}
