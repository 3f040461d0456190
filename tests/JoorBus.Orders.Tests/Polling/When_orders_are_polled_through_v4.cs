using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Joor;

namespace JoorBus.Orders.Tests.Polling;

public sealed class When_orders_are_polled_through_v4
{
    [Fact]
    public async Task Should_announce_each_order_once_however_often_it_is_read()
    {
        await using var host = await PollingHost.StartV4Async();
        var ids = host.Joor.Orders.AddApproved(120);

        await host.RoundAsync();
        await host.RoundAsync();
        await host.RoundAsync();

        host.Delivered.Events("joor-order-received").ShouldBe(ids.Select(id => (id, 1)), ignoreOrder: true);
        host.Delivered.All.Count.ShouldBe(120);
        host.Joor.Ledger().Overspent.ShouldBe(0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Should_read_the_whole_order_with_lines_over_several_pages(bool linesNameTheirUpc)
    {
        await using var host = await PollingHost.StartV4Async(joor: new JoorSimulatorOptions { LinesPerOrder = 12, LineItemsNameIdentifiers = linesNameTheirUpc });
        var ids = host.Joor.Orders.AddApproved(60);

        await host.RoundAsync();

        host.Joor.Ledger().Requests.Count(request => request.PathAndQuery.Contains("sku_line_items", StringComparison.Ordinal)).ShouldBeGreaterThan(2);
        foreach (var id in ids)
        {
            var given = host.Joor.Orders.Get(id);
            var read = await StoredAsync(host, id);
            read.Lines.Select(Line).ShouldBe(given.Lines.Select(Line));
            (read.Customer.Code, read.Customer.Name, read.Customer.ShipTo?.City, read.CustomerPurchaseOrder, read.Total, read.Currency, read.ShipStart, read.ApprovedAt)
                .ShouldBe((given.Customer.Code, given.Customer.Name, given.Customer.ShipTo?.City, given.CustomerPurchaseOrder, given.Total, given.Currency, given.ShipStart, given.ApprovedAt));
        }
    }

    [Fact]
    public async Task Should_announce_changes_and_cancellations_once()
    {
        await using var host = await PollingHost.StartV4Async();
        var ids = host.Joor.Orders.AddApproved(4);
        await host.RoundAsync();

        host.Joor.Orders.Amend(ids[0]);
        host.Joor.Orders.Amend(ids[1], order => order);
        host.Joor.Orders.Cancel(ids[2]);
        await host.RoundAsync();
        await host.RoundAsync();

        host.Delivered.Events("joor-order-amended").ShouldBe([(ids[0], 2)]);
        host.Delivered.Events("joor-order-cancelled").ShouldBe([(ids[2], 2)]);
        host.Delivered.All.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Should_cost_one_read_for_each_status_while_nothing_is_new()
    {
        await using var host = await PollingHost.StartV4Async();
        await host.RoundAsync();
        var before = host.Joor.Ledger().Requests.Count;

        await host.RoundAsync();

        host.Joor.Ledger().Requests.Count.ShouldBe(before + 2);
    }

    private static object Line(JoorOrderLine line) => (line.LineNumber, line.Upc, line.StyleNumber, line.Color, line.Size, line.Quantity, line.RetailPrice);

    private static async Task<JoorOrder> StoredAsync(PollingHost host, string id) =>
        JsonSerializer.Deserialize(await host.ScalarAsync<string>($"select convert_from(content, 'UTF8') from joor_orders where joor_order_id = '{id}'"), ContractsJson.Default.JoorOrder)!;
}
