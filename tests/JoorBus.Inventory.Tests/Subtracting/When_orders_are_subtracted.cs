using JoorBus.Contracts;
using JoorBus.Contracts.Orders;
using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Subtracting;
using JoorBus.Inventory.Tests.Pushing;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Tests.Subtracting;

public sealed class When_orders_are_subtracted
{
    private static readonly Guid Order = new("22222222-2222-2222-2222-222222222222");
    private static readonly DateTimeOffset At = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_count_a_line_under_each_of_its_names()
    {
        var order = new JoorOrder
        {
            JoorOrderId = "7",
            Status = JoorOrderStatus.Approved,
            Customer = new JoorCustomer(),
            Warehouse = new Coded { Code = "W1", Name = "Outlet" },
            Lines =
            [
                new JoorOrderLine { LineNumber = 1, Upc = "111", StyleNumber = "A", StyleIdentifier = "A1", Color = new Coded { Code = "001", Name = "Red" }, Size = new Coded { Name = "M" }, Quantity = 2, Multiplier = 6 },
                new JoorOrderLine { LineNumber = 2, Upc = "111", Quantity = 3 },
            ],
        };
        OpenOrderLines.Of(order).ShouldBe([new OrderedUnits("upc:111", "Outlet", 15), new OrderedUnits("style:A|A1|001|M", "Outlet", 12)]);
    }

    [Theory]
    [InlineData("1:5 2:3", 3)]
    [InlineData("2:3 1:5", 3)]
    [InlineData("1:5 1:5", 5)]
    [InlineData("1:5 1:end", 0)]
    [InlineData("1:end 1:5", 0)]
    [InlineData("1:end 2:4", 4)]
    public async Task Should_let_the_newest_word_count_whatever_the_order(string words, int units)
    {
        await using var lane = await Lane.StartAsync();
        foreach (var word in words.Split(' '))
        {
            var (revision, said) = (int.Parse(word[..1], System.Globalization.CultureInfo.InvariantCulture), word[2..]);
            var isEnd = said == "end";
            await using var scope = lane.Get<IServiceScopeFactory>().CreateAsyncScope();
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            unit.Write(OrderRevision.Store, new OrderRevision(Order, "brand", revision, At, isEnd, isEnd ? "[]" : $$"""[{"item":"upc:111","warehouse":"","quantity":{{said}}}]"""));
            (await unit.CommitAsync(CancellationToken.None)).ShouldBe(CommitOutcome.Committed.Instance);
        }

        var counted = await lane.Database.ReadAsync("select coalesce(sum(quantity), 0)::int from inventory_orders", reader => reader.GetInt32(0), CancellationToken.None);
        counted.ShouldBe([units]);
        if (units > 0)
            (await lane.Get<PlanningStore>().ReplansAsync("brand", 10, CancellationToken.None)).Select(replan => replan.JoorItem).ShouldBe(["upc:111"]);
    }
}
