using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_a_required_field_is_empty
{
    [Fact]
    public async Task Should_withhold_the_order_from_a_checked_read_and_mark_it_failed()
    {
        await using var joor = await Joor.Start(new() { RequiredFields = ["customer_code"] });
        var order = joor.Orders.Generate();
        var unassigned = joor.Orders.AddOrder(order with { Customer = order.Customer with { Code = null } });
        var assigned = joor.Orders.AddApproved(1).Single();

        (await joor.ReadIds("/order?sync=1")).ShouldBe([assigned]);

        joor.Orders.Snapshot().Orders[0].Export.ShouldBe(JoorExportState.Failed);
        (await joor.ReadIds("/order?sync=0&export_status=2")).ShouldBe([unassigned]);
        (await joor.ReadIds("/order?sync=0&export_status=6")).ShouldBeEmpty();
    }
}
