using System.Net;
using System.Text.Json;
using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Tests.Joor.V4;

public sealed class When_orders_are_read_through_v4
{
    [Fact]
    public async Task Should_show_what_v2_shows()
    {
        await using var joor = await JoorV4.Start(new() { LineItemsNameIdentifiers = true });
        var id = joor.Orders.AddApproved(1).Single();
        var expected = joor.Orders.Get(id);

        var order = (await joor.Get("/orders")).Single();
        var lines = await joor.Get($"/orders/sku_line_items?order_ids={id}");

        order.GetProperty("id").GetString().ShouldBe(id);
        order.GetProperty("status").GetString().ShouldBe("APPROVED");
        order.GetProperty("customer").GetProperty("code").GetString().ShouldBe(expected.Customer.Code);
        order.GetProperty("export_status").GetString().ShouldBe("UNDEFINED");
        lines.Select(line => (
            line.GetProperty("quantity").GetInt32(),
            line.GetProperty("line_item_sku").GetProperty("identifiers")[0].GetProperty("value").GetString(),
            line.GetProperty("line_item_sku").GetProperty("trait_values")[0].GetProperty("external_id").GetString()))
            .ShouldBe(expected.Lines.Select(line => (line.Quantity, line.Upc, line.Color!.Code)));
    }

    [Fact]
    public async Task Should_page_until_a_page_is_not_full()
    {
        await using var joor = await JoorV4.Start();
        var ids = joor.Orders.AddApproved(5);

        var pages = new List<IReadOnlyList<JsonElement>>();
        for (var page = 1; page <= 4; page++)
            pages.Add(await joor.Get($"/orders?page_size=2&page={page}"));

        pages.Select(page => page.Count).ShouldBe([2, 2, 1, 0]);
        pages.SelectMany(page => page).Select(order => order.GetProperty("id").GetString()!).ShouldBe(ids);
        joor.Simulator.Ledger().Requests.Sum(request => request.OrdersRead).ShouldBe(5);
    }

    [Fact]
    public async Task Should_give_changes_from_a_time_on_in_their_order()
    {
        var clock = new StandStillClock();
        await using var joor = await JoorV4.Start(time: clock);
        var ids = joor.Orders.AddApproved(3);
        clock.Advance(TimeSpan.FromMinutes(1));
        joor.Orders.Cancel(ids[1]);
        joor.Orders.Amend(ids[0]);

        var changed = await joor.Get("/orders?last_modified=2027-03-01T09:01:00Z&sort_by=date_modified&sort_order=ASCENDING");

        changed.Select(order => order.GetProperty("id").GetString()).ShouldBe([ids[1], ids[0]]);
        changed[0].GetProperty("status").GetString().ShouldBe("CANCELLED");
        (await joor.Get("/orders?status=APPROVED&sort_by=date_modified&sort_order=DESCENDING")).Select(order => order.GetProperty("id").GetString()).ShouldBe([ids[0], ids[2]]);
    }

    [Fact]
    public async Task Should_find_v2s_export_mark()
    {
        await using var joor = await JoorV4.Start();
        joor.Orders.AddApproved(2);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Joor.OAuth2(Brands.Token));
        (await client.GetAsync($"{joor.Simulator.BaseUrl}/order?count=1")).Dispose();

        (await joor.Get("/orders?export_status=SUCCESS")).Count.ShouldBe(1);
        (await joor.Get("/orders?export_status=UNDEFINED")).Count.ShouldBe(1);
        joor.Account.Windows.Single().Spent.ShouldBe(3);
    }

    [Theory]
    [InlineData("page_size=201")]
    [InlineData("page=0")]
    [InlineData("status=LOST")]
    [InlineData("sort_order=UP")]
    [InlineData("last_modified=soon")]
    public async Task Should_refuse_parameters_without_meaning(string query)
    {
        await using var joor = await JoorV4.Start();

        using var answer = await joor.Send(HttpMethod.Get, $"/orders?account=2001&{query}");

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("VALIDATION_ERROR");
    }

    [Fact]
    public async Task Should_name_the_skus_of_the_catalog()
    {
        await using var joor = await JoorV4.Start();
        var id = joor.Orders.AddOrder(joor.Orders.Generate(JoorOrderStatus.Pending));

        var lines = await joor.Get($"/orders/sku_line_items?order_ids={id}");

        lines.ShouldAllBe(line => line.GetProperty("line_item_sku").GetProperty("original_id").GetString()!.Length > 15);
        (await joor.Get($"/orders/sku_line_items?line_item_ids={lines[3].GetProperty("id").GetString()}")).Single().ToString().ShouldBe(lines[3].ToString());
    }
}
