using JoorBus.Inventory.Listing;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Tests.Listing;

public sealed class When_stock_is_listed
{
    [Fact]
    public async Task Should_show_each_slot_with_the_numbers_behind_it()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.SetAsync("acme", new WarehouseMapping("NJ", "Default"), new WarehouseMapping("CA", "Default"), new WarehouseMapping("EU", "Europe"));
        await shelf.LevelAsync("sku-1", "NJ", available: 10, inbound: "2027-01-01=5;2027-02-01=7");
        await shelf.LevelAsync("sku-1", "CA", available: 4);
        await shelf.LevelAsync("sku-1", "EU", available: 99);
        await shelf.ItemAsync("sku-1", "upc:1");
        await shelf.SlotAsync("upc:1", wanted: 12, pushed: 9);
        await shelf.SlotAsync("upc:1", wanted: 7, day: "2027-02-01");

        var page = await ListAsync(shelf, new InventoryQuery());

        page.Next.ShouldBeNull();
        page.Rows.Select(row => (row.State, row.Warehouse, row.Day, row.Wanted, row.Pushed)).ShouldBe(
        [
            ("pending", "Default", null, 12, 9),
            ("pending", "Default", new DateOnly(2027, 2, 1), 7, null),
        ]);
        page.Rows[0].Items.ShouldBe(["sku-1"]);
        page.Rows[0].Wms.ShouldBe([new("CA", 4), new("NJ", 10)]);
        page.Rows[1].Wms.ShouldBe([new("CA", null), new("NJ", 7)]);
    }

    [Fact]
    public async Task Should_let_the_newer_of_two_scopes_count()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.SetAsync("acme", new WarehouseMapping("NJ", "Default"));
        await shelf.LevelAsync("sku-1", "NJ", available: 10, version: 1);
        await shelf.LevelAsync("sku-1", "NJ", available: 3, scope: "acme", version: 2);
        await shelf.LevelAsync("sku-1", "NJ", available: 77, scope: "zeta", version: 9);
        await shelf.ItemAsync("sku-1", "upc:1");
        await shelf.SlotAsync("upc:1", wanted: 3, pushed: 3);

        (await ListAsync(shelf, new InventoryQuery { Connection = "acme" })).Rows.ShouldHaveSingleItem().Wms.ShouldBe([new("NJ", 3)]);
    }

    [Theory]
    [InlineData("pending", "upc:1")]
    [InlineData("PUSHED", "upc:2")]
    [InlineData("refused", "upc:3")]
    [InlineData("unmatched", "sku-4")]
    [InlineData("skipped", "upc:5")]
    [InlineData("unmapped", "sku-1")]
    public async Task Should_find_what_is_in_a_state(string state, string found)
    {
        await using var shelf = await MixedAsync();

        var row = (await ListAsync(shelf, new InventoryQuery { State = state })).Rows.ShouldHaveSingleItem();

        (row.JoorItem ?? row.Items[0]).ShouldBe(found);
        row.State.ShouldBe(state.ToLowerInvariant());
    }

    [Fact]
    public async Task Should_say_why_something_does_not_get_to_JOOR()
    {
        await using var shelf = await MixedAsync();

        var rows = (await ListAsync(shelf, new InventoryQuery())).Rows;

        rows.Single(row => row.State == "refused").Reason.ShouldBe("fail: warehouse is not known");
        rows.Single(row => row.State == "unmatched").Reason.ShouldBe("The item has no UPC.");
        rows.Single(row => row.State == "skipped").Reason!.ShouldContain("skip");
        (await ListAsync(shelf, new InventoryQuery { State = "unmapped" })).Rows[0].Reason!.ShouldContain("'ATTIC'");
    }

    [Fact]
    public async Task Should_go_on_page_by_page_through_everything_once()
    {
        await using var shelf = await MixedAsync();
        await shelf.SetAsync("zeta");
        await shelf.SlotAsync("upc:1", wanted: 1, connection: "zeta");
        await shelf.SlotAsync("upc:2", wanted: 1, connection: "zeta");
        await shelf.SlotAsync("upc:2", wanted: 1, connection: "zeta", warehouse: "Europe");
        var seen = new List<string>();
        string? after = null;

        do
        {
            var page = await ListAsync(shelf, new InventoryQuery { Limit = 2, After = after });
            page.Rows.Count.ShouldBeLessThanOrEqualTo(2);
            seen.AddRange(page.Rows.Select(row => $"{row.Connection} {row.JoorItem ?? row.Items[0]} {row.Warehouse}".TrimEnd()));
            after = page.Next;
        }
        while (after is not null);

        seen.ShouldBe(["acme upc:1 Default", "acme upc:2 Default", "acme upc:3 Default", "acme sku-4", "acme upc:5", "zeta upc:1 Default", "zeta upc:2 Default", "zeta upc:2 Europe"]);
    }

    [Theory]
    [InlineData("sku-1")]
    [InlineData("1")]
    [InlineData("upc:1")]
    public async Task Should_find_an_item_by_sku_and_upc(string search)
    {
        await using var shelf = await MixedAsync();

        (await ListAsync(shelf, new InventoryQuery { Search = search })).Rows.ShouldHaveSingleItem().JoorItem.ShouldBe("upc:1");
    }

    [Theory]
    [InlineData("FW|100", "style:FW\\|100|FW|001|M")]
    [InlineData("FW-100 \"x\"", "upc:9")]
    public async Task Should_find_items_by_style(string search, string joorItem)
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.SetAsync("acme");
        await shelf.ItemAsync("a", "style:FW\\|100|FW|001|M");
        await shelf.ItemAsync("b", "style:FW|100|001|M");
        await shelf.ItemAsync("c", "upc:9");
        await shelf.LevelAsync("c", "NJ", available: 1, identity: """{"sku":"c","styleNumber":"FW-100 \"x\""}""");
        await shelf.SlotAsync("style:FW\\|100|FW|001|M", wanted: 1);
        await shelf.SlotAsync("style:FW|100|001|M", wanted: 1);
        await shelf.SlotAsync("upc:9", wanted: 1);

        (await ListAsync(shelf, new InventoryQuery { Search = search })).Rows.ShouldHaveSingleItem().JoorItem.ShouldBe(joorItem);
    }

    [Fact]
    public async Task Should_find_nothing_by_what_nobody_has()
    {
        await using var shelf = await MixedAsync();

        (await ListAsync(shelf, new InventoryQuery { Search = "nothing" })).Rows.ShouldBeEmpty();
        (await ListAsync(shelf, new InventoryQuery { Connection = "nobody" })).Rows.ShouldBeEmpty();
        (await ListAsync(shelf, new InventoryQuery { Warehouse = "nowhere" })).Rows.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData("garbage!")]
    [InlineData("Z2FyYmFnZQ")]
    public void Should_know_a_next_page_that_it_never_gave(string after) => InventoryListing.IsCursor(after).ShouldBeFalse();

    private static async Task<Shelf> MixedAsync()
    {
        var shelf = await Shelf.OpenAsync();
        await shelf.SetAsync("acme", new WarehouseMapping("NJ", "Default"));
        await shelf.LevelAsync("sku-1", "NJ", available: 1);
        await shelf.LevelAsync("sku-1", "ATTIC", available: 2);
        await shelf.ItemAsync("sku-1", "upc:1");
        await shelf.ItemAsync("sku-2", "upc:2");
        await shelf.ItemAsync("sku-3", "upc:3");
        await shelf.ItemAsync("sku-4", null, reason: "The item has no UPC.");
        await shelf.ItemAsync("sku-5", "upc:5", isSkipped: true);
        await shelf.SlotAsync("upc:1", wanted: 1);
        await shelf.SlotAsync("upc:2", wanted: 2, pushed: 2);
        await shelf.SlotAsync("upc:3", wanted: 3, refusal: "fail: warehouse is not known");
        return shelf;
    }

    private static Task<InventoryPage> ListAsync(Shelf shelf, InventoryQuery query) => shelf.Of<InventoryListing>().ListAsync(query, CancellationToken.None);
}
