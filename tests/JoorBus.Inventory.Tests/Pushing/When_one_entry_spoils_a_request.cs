using JoorBus.Inventory.Planning;
using JoorBus.Joor;

namespace JoorBus.Inventory.Tests.Pushing;

public sealed class When_one_entry_spoils_a_request
{
    [Theory]
    [InlineData(40, 1)]
    [InlineData(40, 2)]
    public async Task Should_find_it_and_let_the_others_pass(int items, int poisoned)
    {
        await using var stock = await SteppedStock.StartAsync();
        for (var item = 0; item < items; item++)
            await stock.LevelAsync($"item{item:00}", item + 1, version: item + 1);
        var bad = Enumerable.Range(0, poisoned).Select(at => $"item{7 + (at * 20):00}").ToHashSet();
        stock.Joor.Answer = (entries, _) => Task.FromResult(entries.Any(entry => bad.Contains(entry.Upc!)) ? new JoorAnswer<JoorStockResult>.Refused("malformed") : ListeningJoor.Passed(entries));

        await stock.RestAsync();

        stock.Joor.Stock.ShouldBe(Enumerable.Range(0, items).Where(item => !bad.Contains($"item{item:00}")).ToDictionary(item => $"item{item:00}", item => item + 1), ignoreOrder: true);
        (await stock.Lane.Database.ReadAsync("select upc || ': ' || answer from joor_stock where is_refused order by 1", reader => reader.GetString(0), CancellationToken.None))
            .ShouldBe(bad.Order().Select(item => $"{item}: {new JoorAnswer<JoorStockResult>.Refused("malformed").Explain()}"));
        stock.Joor.Requests.Count.ShouldBeLessThanOrEqualTo(poisoned * 12 + 1);
    }

    [Fact]
    public async Task Should_spend_a_bounded_number_of_requests_when_everything_is_refused()
    {
        await using var stock = await SteppedStock.StartAsync();
        for (var item = 0; item < 100; item++)
            await stock.LevelAsync($"item{item}", 1, version: item + 1);
        stock.Joor.Answer = (_, _) => Task.FromResult<JoorAnswer<JoorStockResult>>(new JoorAnswer<JoorStockResult>.Refused("malformed"));
        await stock.RestAsync();
        stock.Joor.Requests.Count.ShouldBeLessThan(60);
        (await stock.Lane.Database.ReadAsync("select count(*)::int from joor_stock where is_refused", reader => reader.GetInt32(0), CancellationToken.None)).ShouldBe([100]);
    }
}
