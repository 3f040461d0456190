using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Tests.Pushing;

namespace JoorBus.Inventory.Tests.Reconciling;

public sealed class When_everything_is_sent_again
{
    private static readonly string[] Items = ["a", "b", "c", "d", "e"];

    [Fact]
    public async Task Should_go_on_after_a_kill_with_what_was_not_sent_yet()
    {
        await using var stock = await HeldAsync();
        await stock.Lane.Pushing.ReconcileAsync(SteppedStock.Key, CancellationToken.None);
        await stock.LookAsync();
        while (stock.Joor.Requests.Count == 0)
            await stock.StepAsync();
        Sent(stock).ShouldBe(["a", "b"]);

        while (!await stock.TakeAsync("second"))
            stock.Lane.Clock.Advance(TimeSpan.FromSeconds(1));
        await stock.RestAsync();

        Sent(stock).ShouldBe(Items);
        (await stock.Lane.Database.ReadAsync(
            "select reconcile_checked, reconcile_refused, reconciled_at is not null and reconcile_after is null and not wants_reconcile from inventory_workers",
            reader => (reader.GetInt32(0), reader.GetInt32(1), reader.GetBoolean(2)), CancellationToken.None)).ShouldBe([(5, 0, true)]);
    }

    [Fact]
    public async Task Should_use_leftover_credits_only()
    {
        await using var stock = await HeldAsync();
        stock.Lane.Credits.Budget = new StockBudget(24, 48, TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(300));
        await stock.Lane.Pushing.ReconcileAsync(SteppedStock.Key, CancellationToken.None);
        await stock.LookAsync();
        WorkStep step;
        do
            step = await stock.StepAsync();
        while (step.NextAt <= stock.Now);
        step.NextAt.ShouldBe(stock.Now.AddSeconds(100));
        stock.Joor.Requests.ShouldBeEmpty();

        stock.Lane.Credits.Budget = new StockBudget(25, 48, TimeSpan.FromSeconds(100), TimeSpan.FromSeconds(300));
        await stock.RestAsync();
        Sent(stock).ShouldBe(Items);
    }

    [Fact]
    public async Task Should_let_changes_go_first()
    {
        await using var stock = await HeldAsync();
        await stock.Lane.Pushing.ReconcileAsync(SteppedStock.Key, CancellationToken.None);
        await stock.LookAsync();
        await stock.LevelAsync("e", 50, version: 9);
        await stock.PlanAsync();
        await stock.RestAsync();
        stock.Joor.Requests[0].Select(entry => (entry.Upc, entry.Quantity)).ShouldBe([("e", 50)]);
        stock.Joor.Stock["e"].ShouldBe(50);
        Sent(stock).Skip(1).Distinct().ShouldBe(Items);
    }

    /// <summary>JOOR holds everything, and is asked nothing.</summary>
    private static async Task<SteppedStock> HeldAsync()
    {
        var stock = await SteppedStock.StartAsync(settings => settings with { MaxItemsPerRequest = 3 });
        foreach (var (at, item) in Items.Index())
            await stock.LevelAsync(item, at + 1, version: at + 1);
        await stock.RestAsync();
        stock.Joor.Stock.Count.ShouldBe(Items.Length);
        stock.Joor.Requests.Clear();
        return stock;
    }

    private static List<string> Sent(SteppedStock stock) => [.. stock.Joor.Requests.SelectMany(entries => entries).Select(entry => entry.Upc!)];
}
