using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_orders_are_generated
{
    [Fact]
    public async Task Should_be_the_same_under_the_same_seed()
    {
        var texts = new List<string>();
        foreach (var seed in new[] { 5, 5, 6 })
        {
            await using var joor = await Joor.Start(new() { Seed = seed }, new StandStillClock());
            var ids = joor.Orders.AddApproved(3);
            joor.Orders.Amend(ids[1]);
            texts.Add((await joor.Read("/order?sync=0")).GetProperty("orders").ToString());
        }

        texts[0].ShouldBe(texts[1]);
        texts[0].ShouldNotBe(texts[2]);
    }

    [Fact]
    public async Task Should_hold_what_an_order_needs()
    {
        await using var joor = await Joor.Start();

        var order = joor.Orders.Get(joor.Orders.AddApproved(1).Single());

        order.Status.ShouldBe(JoorOrderStatus.Approved);
        order.Lines.Count.ShouldBe(12);
        order.Lines.Select(line => line.Upc).ShouldBeUnique();
        order.Lines.ShouldAllBe(line => line.Quantity > 0 && line.Upc!.Length == 12);
        order.Customer.ShipTo!.CountryIso2!.Length.ShouldBe(2);
        order.Total.ShouldBe(order.Lines.Sum(line => line.UnitPrice!.Value * line.Quantity) - order.Discount + order.ShippingTotal);
    }

    [Theory]
    [InlineData(5, 3_500, 5_500)]
    [InlineData(12, 7_000, 9_000)]
    public async Task Should_weigh_what_lines_in_v2_weigh(int lines, int least, int most)
    {
        await using var joor = await Joor.Start(new() { LinesPerOrder = lines });
        joor.Orders.AddApproved(50);

        var answer = await joor.Read("/order?sync=0");

        (answer.ToString().Length / 50).ShouldBeInRange(least, most);
    }

    [Fact]
    public async Task Should_change_with_every_amendment()
    {
        await using var joor = await Joor.Start();
        var id = joor.Orders.AddApproved(1).Single();

        for (var revision = 2; revision < 30; revision++)
        {
            var before = joor.Orders.Snapshot().Orders.Single().Content;
            joor.Orders.Amend(id);
            joor.Orders.Snapshot().Orders.Single().Content.ShouldNotBe(before);
            joor.Orders.Snapshot().Orders.Single().Revisions.ShouldBe(revision);
        }
    }

    [Fact]
    public async Task Should_keep_a_cancelled_order_as_it_was()
    {
        await using var joor = await Joor.Start();
        var id = joor.Orders.AddApproved(1).Single();
        joor.Orders.Cancel(id);

        Should.Throw<InvalidOperationException>(() => joor.Orders.Amend(id));
        Should.Throw<KeyNotFoundException>(() => joor.Orders.Cancel("1"));
    }
}
