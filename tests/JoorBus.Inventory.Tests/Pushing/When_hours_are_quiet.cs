using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Tests.Pushing;

public sealed class When_hours_are_quiet
{
    // The clock of tests begins at midnight UTC, which is 19:00 in New York.
    [Fact]
    public async Task Should_plan_and_not_send_until_they_end()
    {
        await using var stock = await SteppedStock.StartAsync(settings => settings with { TimeZone = "America/New_York", QuietHours = [new QuietHours(new TimeOnly(18, 30), new TimeOnly(5, 0))] });
        var end = stock.Now.AddHours(10);
        await stock.LevelAsync("a", 5, version: 1);
        await stock.PlanAsync();
        var step = await stock.StepAsync();
        step.NextAt.ShouldBe(end);
        stock.Joor.Requests.ShouldBeEmpty();
        (await Planning.Queries.ReadAsync(stock.Lane.Database, "select wanted from joor_stock", reader => reader.GetInt32(0), CancellationToken.None)).ShouldBe([5]);

        stock.Lane.Clock.Advance(end - stock.Now);
        await stock.RestAsync();
        stock.Joor.Requests.Count.ShouldBe(1);
        stock.Joor.Stock["a"].ShouldBe(5);
    }
}
