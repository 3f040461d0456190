using System.Text.Json;
using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor.V2;

public sealed class When_an_order_names_a_deleted_style
{
    [Theory]
    [InlineData(1, JoorExportState.Exported)]
    [InlineData(2, JoorExportState.Failed)]
    [InlineData(3, JoorExportState.Failed)]
    public async Task Should_fail_a_read_that_checks_for_it(int check, JoorExportState export)
    {
        await using var joor = await Joor.Start();
        var id = joor.Orders.AddApproved(1).Single();
        var line = joor.Orders.Get(id).Lines[0];
        // Only what is exported keeps its lines.
        await joor.ReadIds("/order");
        await Delete(joor, line);

        var read = await joor.ReadIds($"/order?export_status=1&check={check}");

        read.Count.ShouldBe(export == JoorExportState.Exported ? 1 : 0);
        joor.Orders.Snapshot().Orders.Single().Export.ShouldBe(export);
    }

    [Theory]
    [InlineData(JoorOrderStatus.Notes, false, true)]
    [InlineData(JoorOrderStatus.Pending, true, true)]
    [InlineData(JoorOrderStatus.Approved, false, true)]
    [InlineData(JoorOrderStatus.Approved, true, false)]
    [InlineData(JoorOrderStatus.Shipped, false, false)]
    public async Task Should_lose_the_lines_while_it_is_open_and_not_exported(JoorOrderStatus status, bool isExported, bool isLost)
    {
        await using var joor = await Joor.Start();
        var id = joor.Orders.AddOrder(joor.Orders.Generate(status));
        var line = joor.Orders.Get(id).Lines[0];
        if (isExported)
            await joor.ReadIds("/order?order_type=8");

        await Delete(joor, line);

        joor.Orders.Get(id).Lines.Any(left => left.StyleNumber == line.StyleNumber && left.Color!.Code == line.Color!.Code).ShouldBe(!isLost);
    }

    [Fact]
    public async Task Should_be_found_by_its_customer_group_all_the_same()
    {
        await using var joor = await Joor.Start();
        joor.Orders.AddApproved(1);

        (await joor.ReadIds("/order?sync=0&customer_group_name=Specialty")).Count.ShouldBe(1);
        (await joor.ReadIds("/order?sync=0&customer_group_name=Other")).ShouldBeEmpty();
    }

    private static Task<JsonElement> Delete(Joor joor, JoorOrderLine line) =>
        joor.Write(HttpMethod.Delete, $"/style-number/{line.StyleNumber}/{line.StyleIdentifier}?color_code={line.Color!.Code}", "");
}
