using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Subtracting;
using JoorBus.Inventory.Tests.Pushing;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Tests.Subtracting;

public sealed class When_the_warehouse_counts_an_order
{
    [Fact]
    public async Task Should_no_longer_subtract_what_a_later_level_with_equal_numbers_holds()
    {
        await using var stock = await SteppedStock.StartAsync(settings => settings with { SubtractsOpenOrders = true });
        await stock.LevelAsync("ordered", 10, version: 1);
        await stock.LevelAsync("other", 10, version: 2);
        await stock.RestAsync();
        stock.Lane.Clock.Advance(TimeSpan.FromMinutes(1));
        await OrderAsync(stock, "upc:ordered", 3);
        await stock.RestAsync();
        stock.Joor.Stock.ShouldBe(new Dictionary<string, int> { ["ordered"] = 7, ["other"] = 10 });

        stock.Lane.Clock.Advance(TimeSpan.FromMinutes(1));
        var before = await ChangedAsync(stock);
        await stock.LevelAsync("ordered", 10, version: 3);
        await stock.LevelAsync("other", 10, version: 4);
        await stock.RestAsync();

        stock.Joor.Stock.ShouldBe(new Dictionary<string, int> { ["ordered"] = 10, ["other"] = 10 });
        var after = await ChangedAsync(stock);
        after[0].ShouldNotBe(before[0], "the ordered one");
        after[1].ShouldBe(before[1], "the other one");
    }

    private static async Task OrderAsync(SteppedStock stock, string joorItem, int units)
    {
        await using var scope = stock.Lane.Get<IServiceScopeFactory>().CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        unit.Write(OrderRevision.Store, new OrderRevision(new Guid("22222222-2222-2222-2222-222222222222"), SteppedStock.Key, 1, stock.Now, false, $$"""[{"item":"{{joorItem}}","warehouse":"","quantity":{{units}}}]"""));
        (await unit.CommitAsync(CancellationToken.None)).ShouldBe(CommitOutcome.Committed.Instance);
    }

    private static Task<List<ulong>> ChangedAsync(SteppedStock stock) =>
        stock.Lane.Database.ReadAsync("select changed_xid from inventory_levels order by item", reader => reader.GetFieldValue<ulong>(0), CancellationToken.None);
}
