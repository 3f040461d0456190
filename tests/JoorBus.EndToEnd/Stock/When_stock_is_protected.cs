using JoorBus.EndToEnd.World;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd.Stock;

/// <summary>Each protection says its sentence, nothing of it reaches JOOR, and everything else goes on.</summary>
public sealed class When_stock_is_protected
{
    [Fact]
    public async Task Should_switch_to_overwrite_only_when_the_connection_is_named_again()
    {
        await using var brand = await StockedBrand.MappedAsync();

        var refused = await brand.AskAsync("settings", Brand.Connection, "--mode", "overwrite");
        var wrong = await brand.AskAsync("settings", Brand.Connection, "--mode", "overwrite", "--confirm-overwrite", "other");

        (refused.Code, wrong.Code).ShouldBe((1, 1));
        refused.Error.ShouldContain("mode overwrite removes from JOOR whatever a full push does not name");
        await GoesOnAsync(brand);
        brand.StockWrites.ShouldAllBe(request => !request.PathAndQuery.Contains("overwrite=1", StringComparison.Ordinal));
        (await brand.DoneAsync("settings", Brand.Connection, "--mode", "overwrite", "--confirm-overwrite", Brand.Connection)).Output.ShouldContain("overwrite");
    }

    [Fact]
    public async Task Should_hold_an_empty_count()
    {
        await using var brand = await StockedBrand.MappedAsync();
        await FillAsync(brand, 10);
        var before = brand.StockWrites.Count;

        await CountAsync(brand, "count-1", []);

        await HeldAsync(brand, "count-1");
        brand.StockWrites.Count.ShouldBe(before);
        brand.InJoor(brand.Upcs[0]).ShouldBe(8);
        await GoesOnAsync(brand);
        (await brand.DoneAsync("snapshots", "discard", "count-1")).Output.ShouldContain("given up");
    }

    [Fact]
    public async Task Should_hold_a_count_that_lost_30_percent_until_a_person_lets_it_go()
    {
        await using var brand = await StockedBrand.MappedAsync();
        await FillAsync(brand, 10);

        await CountAsync(brand, "count-2", brand.Upcs.Take(7));

        var listed = await HeldAsync(brand, "count-2");
        listed.ShouldContain("3");
        brand.InJoor(brand.Upcs[9]).ShouldBe(8);
        await brand.DoneAsync("snapshots", "release", "count-2");
        await brand.HoldsAsync(brand.Upcs[9], 0);
        brand.InJoor(brand.Upcs[0]).ShouldBe(8);
    }

    [Fact]
    public async Task Should_refuse_a_warehouse_that_JOOR_does_not_tell_of()
    {
        await using var brand = await StockedBrand.MappedAsync();

        var refused = await brand.AskAsync("settings", Brand.Connection, "--map", "CA=Moon");

        refused.Code.ShouldBe(1);
        refused.Error.ShouldContain("Moon");
        refused.Error.ShouldContain("Default");
        await GoesOnAsync(brand);
        (await brand.DoneAsync("settings", Brand.Connection, "--map", "CA=Moon", "--even-if-unknown")).Output.ShouldContain("CA → Moon");
    }

    [Fact]
    public async Task Should_list_items_whose_templates_yield_nothing_or_the_same_key_twice()
    {
        await using var brand = await StockedBrand.MappedAsync("--identity", "style");
        var sku = brand.Joor.SkusOf(brand.Joor.AccountIds[0])[0];
        var color = new { code = sku.ColorCode };
        var size = new { name = sku.Size };
        await brand.PublishAsync("inventory-changed", new
        {
            levels = new object[]
            {
                new { warehouse = "NJ", item = new { sku = "no-color", sku.StyleNumber, sku.StyleIdentifier, size }, availableToSell = 1, sequence = 1 },
                new { warehouse = "NJ", item = new { sku = "twin-a", styleNumber = "T", styleIdentifier = "T", color, size }, availableToSell = 1, sequence = 1 },
                new { warehouse = "NJ", item = new { sku = "twin-b", styleNumber = "T", styleIdentifier = "T", color, size }, availableToSell = 1, sequence = 1 },
                new { warehouse = "NJ", item = new { sku = "good", sku.StyleNumber, sku.StyleIdentifier, color, size }, availableToSell = 6, sequence = 1 },
            },
        });

        var rows = await Eventually.ReadsAsync(() => brand.ListAsync("--state", "unmatched"), found => found.Count == 3, "three items are listed with their reasons");

        rows.Single(row => row.Items[0] == "no-color").Reason!.ShouldContain("colorCode");
        rows.Single(row => row.Items[0] == "twin-a").Reason!.ShouldContain("twin-b");
        await Eventually.BecomesTrueAsync(
            () => brand.Joor.Ledger().Accounts[0].Stock.Any(entry => entry.StyleNumber == sku.StyleNumber && entry.ColorCode == sku.ColorCode && entry.Size == sku.Size && entry.Quantity == 6), "the good item is in JOOR");
        brand.Joor.Ledger().Accounts[0].Stock.ShouldNotContain(entry => entry.StyleNumber == "T");
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(2_000_000_000, null)]
    [InlineData(5, -3)]
    public async Task Should_dead_letter_numbers_that_cannot_be(int onHand, int? allocated)
    {
        await using var brand = await StockedBrand.MappedAsync();

        await brand.PublishAsync("inventory-changed", new { levels = new[] { new { warehouse = "NJ", item = new { upc = brand.Upcs[0] }, onHand, allocated, sequence = 1 } } });

        var letter = await Bus.TakeDeadLetterAsync(brand.Broker, "inventory-receive_error");
        letter.Fault!.ShouldContain(allocated is { } number ? $"{number}" : $"{onHand}");
        (await brand.AskAsync("show", Brand.Connection, brand.Upcs[0])).Code.ShouldBe(1);
        await GoesOnAsync(brand);
    }

    private static async Task GoesOnAsync(StockedBrand brand)
    {
        var other = brand.Upcs[^1];
        await brand.TellAsync(other, available: 2);
        await brand.HoldsAsync(other, 2);
    }

    private static async Task FillAsync(StockedBrand brand, int items)
    {
        await brand.TellAsync(brand.Upcs.Take(items), available: 8);
        await brand.HoldsAsync(brand.Upcs[items - 1], 8);
        await brand.DoneAsync("push", Brand.Connection);
    }

    private static async Task CountAsync(StockedBrand brand, string id, IEnumerable<string> upcs)
    {
        var counted = upcs.ToList();
        await brand.PublishAsync("inventory-snapshot-started", new { snapshotId = id, startedAt = "2026-01-01T00:00:00Z", sequence = 1_000 });
        if (counted.Count > 0)
            await brand.TellAsync(counted, available: 8, snapshotId: id);
        await brand.PublishAsync("inventory-snapshot-completed", new { snapshotId = id, levelCount = counted.Count });
    }

    private static async Task<string> HeldAsync(StockedBrand brand, string id) =>
        (await Eventually.ReadsAsync(() => brand.DoneAsync("snapshots"), shown => shown.Output.Contains(id, StringComparison.Ordinal) && shown.Output.Contains("Held", StringComparison.Ordinal), $"{id} is held")).Output;
}
