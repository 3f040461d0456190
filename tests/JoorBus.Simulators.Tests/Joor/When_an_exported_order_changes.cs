namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_an_exported_order_changes
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [InlineData(5, true)]
    [InlineData(6, false)]
    [InlineData(7, true)]
    public async Task Should_be_found_by_export_status(int exportStatus, bool isFound)
    {
        await using var joor = await Joor.Start();
        var id = joor.Orders.AddApproved(1).Single();
        await joor.Read("/order?sync=1");
        (await joor.ReadIds("/order?sync=0&export_status=4")).ShouldBeEmpty();

        joor.Orders.Amend(id);

        (await joor.ReadIds($"/order?sync=0&export_status={exportStatus}")).ShouldBe(isFound ? [id] : []);
        joor.Orders.Snapshot().Orders.Single().IsModifiedSinceExport.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_not_be_found_as_changed_once_marked_again()
    {
        await using var joor = await Joor.Start();
        var id = joor.Orders.AddApproved(1).Single();
        await joor.Read("/order?sync=1");
        joor.Orders.Amend(id);

        (await joor.ReadIds("/order?sync=1&export_status=4")).ShouldBe([id]);

        (await joor.ReadIds("/order?sync=0&export_status=4")).ShouldBeEmpty();
    }
}
