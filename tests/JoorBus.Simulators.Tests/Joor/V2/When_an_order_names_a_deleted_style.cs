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
        await joor.Write(HttpMethod.Delete, $"/style-number/{line.StyleNumber}/{line.StyleIdentifier}?color_code={line.Color!.Code}", "");

        var read = await joor.ReadIds($"/order?check={check}");

        read.Count.ShouldBe(export == JoorExportState.Exported ? 1 : 0);
        joor.Orders.Snapshot().Orders.Single().Export.ShouldBe(export);
    }

    [Fact]
    public async Task Should_be_found_by_its_customer_group_all_the_same()
    {
        await using var joor = await Joor.Start();
        joor.Orders.AddApproved(1);

        (await joor.ReadIds("/order?sync=0&customer_group_name=Specialty")).Count.ShouldBe(1);
        (await joor.ReadIds("/order?sync=0&customer_group_name=Other")).ShouldBeEmpty();
    }
}
