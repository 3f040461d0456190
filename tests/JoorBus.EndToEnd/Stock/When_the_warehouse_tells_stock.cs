using JoorBus.EndToEnd.World;
using JoorBus.TestKit;

namespace JoorBus.EndToEnd.Stock;

public sealed class When_the_warehouse_tells_stock
{
    [Fact]
    public async Task Should_lead_a_new_user_from_nothing_to_stock_in_JOOR()
    {
        await using var brand = await StockedBrand.OpenAsync();
        var upc = brand.Upcs[0];
        await brand.TellAsync(upc, available: 7);
        await Eventually.BecomesTrueAsync(async () => (await brand.AskAsync("show", Brand.Connection, upc)).Code == 0, "the level is received");

        var preview = await brand.DoneAsync("preview", Brand.Connection, "--map", "NJ=Default", "--safety-stock", "2");
        preview.Output.ShouldContain(upc);
        brand.StockWrites.ShouldBeEmpty();

        await brand.DoneAsync("settings", Brand.Connection, "--on", "--map", "NJ=Default", "--safety-stock", "2");
        await brand.HoldsAsync(upc, 5);
        (await brand.DoneAsync("push", Brand.Connection)).Error.ShouldContain("done");

        var shown = await brand.DoneAsync("show", Brand.Connection, upc);
        shown.Output.ShouldContain("NJ");
        shown.Output.ShouldContain("pushed");
        (await brand.DoneAsync("status")).Output.ShouldContain("acme");
    }

    [Fact]
    public async Task Should_send_the_newest_number_whatever_the_order()
    {
        await using var brand = await StockedBrand.MappedAsync();
        var upc = brand.Upcs[0];

        foreach (var (available, sequence) in new[] { (5, 2), (9, 3), (1, 1) })
            await brand.PublishAsync("inventory-changed", new { levels = new[] { new { warehouse = "NJ", item = new { upc }, availableToSell = available, sequence } } });

        await brand.HoldsAsync(upc, 9);
        (await brand.DoneAsync("push", Brand.Connection)).Code.ShouldBe(0);
        brand.InJoor(upc).ShouldBe(9);
    }

    [Fact]
    public async Task Should_bring_down_to_nothing_what_is_not_mapped_any_more()
    {
        await using var brand = await StockedBrand.MappedAsync();
        await brand.TellAsync(brand.Upcs[0], available: 4);
        await brand.HoldsAsync(brand.Upcs[0], 4);

        await brand.DoneAsync("settings", Brand.Connection, "--unmap", "NJ");

        await brand.HoldsAsync(brand.Upcs[0], 0);
        (await brand.ListAsync("--state", "unmapped")).ShouldHaveSingleItem().Reason!.ShouldContain("'NJ'");
    }

    [Fact]
    public async Task Should_send_everything_again_when_a_person_asks()
    {
        await using var brand = await StockedBrand.MappedAsync();
        await brand.TellAsync(brand.Upcs.Take(20), available: 3);
        await brand.HoldsAsync(brand.Upcs[19], 3);
        await brand.DoneAsync("push", Brand.Connection);
        var before = brand.StockWrites.Count;

        var push = await brand.DoneAsync("push", Brand.Connection, "--full");

        push.Error.ShouldContain("20 numbers in 1 requests: 5 credits");
        brand.StockWrites.Count.ShouldBe(before + 1);
    }

    [Fact]
    public async Task Should_share_the_work_between_two_hosts_without_sending_twice()
    {
        await using var brand = await StockedBrand.MappedAsync();
        await brand.StartAnotherHostAsync();
        var upcs = brand.Upcs.Take(10).ToList();

        foreach (var (upc, index) in upcs.Select((upc, index) => (upc, index)))
            await brand.TellAsync(upc, available: index + 1);

        foreach (var (upc, index) in upcs.Select((upc, index) => (upc, index)))
            await brand.HoldsAsync(upc, index + 1);
        await brand.DoneAsync("push", Brand.Connection);
        brand.StockWrites.Count.ShouldBeLessThanOrEqualTo(10);
        brand.StockWrites.ShouldAllBe(request => request.AtOnce <= 1 && request.Status == 200);
    }
}
