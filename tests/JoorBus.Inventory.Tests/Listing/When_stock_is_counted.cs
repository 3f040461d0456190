using JoorBus.Inventory.Listing;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Tests.Listing;

public sealed class When_stock_is_counted
{
    [Fact]
    public async Task Should_count_by_where_it_stands()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.SetAsync("acme", new WarehouseMapping("NJ", "Default"));
        await shelf.LevelAsync("sku-1", "NJ", available: 1);
        await shelf.LevelAsync("sku-1", "ATTIC", available: 1);
        await shelf.LevelAsync("sku-2", "ATTIC", available: 1);
        await shelf.ItemAsync("sku-4", null, reason: "The item has no UPC.");
        await shelf.ItemAsync("sku-5", "upc:5", isSkipped: true);
        await shelf.SlotAsync("upc:1", wanted: 1);
        await shelf.SlotAsync("upc:2", wanted: 1);
        await shelf.SlotAsync("upc:3", wanted: 2, pushed: 2);
        await shelf.SlotAsync("upc:4", wanted: 3, refusal: "no");
        await shelf.WriteAsync("""insert into inventory_workers (connection, settings_version, all_xid, own_xid, wanted_push, error) values ('acme', 1, pg_current_xact_id(), pg_current_xact_id(), '{"Cause":"a person asked","Held":"40 of 100 would vanish."}', 'JOOR refuses the token')""");
        await shelf.WriteAsync("insert into inventory_snapshots (snapshot, connection, state, progressed_at) values ('count-1', '', 'Held', now()), ('count-2', '', 'Applied', now())");

        var figures = (await shelf.Of<InventorySummary>().OfAsync(null, CancellationToken.None)).ShouldHaveSingleItem();

        (figures.Pending, figures.Pushed, figures.Refused, figures.Unmatched, figures.Skipped, figures.HeldSnapshots).ShouldBe((2, 1, 1, 1, 1, 1));
        figures.OldestPending.ShouldNotBeNull();
        figures.LastPushAt.ShouldNotBeNull();
        figures.Unmapped.ShouldBe([new("ATTIC", 2)]);
        (figures.Asked, figures.Held, figures.Error).ShouldBe(("everything is to be sent: a person asked", "40 of 100 would vanish.", "JOOR refuses the token"));
        (await shelf.Of<InventorySummary>().ProgressAsync("acme", CancellationToken.None)).ShouldBe(new StockProgress("acme", true, 2, 1, "everything is to be sent: a person asked", "40 of 100 would vanish.", false, false, "JOOR refuses the token"));
    }

    [Fact]
    public async Task Should_say_that_what_was_told_last_has_not_been_looked_at()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.SetAsync("acme", new WarehouseMapping("NJ", "Default"));
        await shelf.WriteAsync("insert into inventory_workers (connection, settings_version, all_xid, own_xid) values ('acme', 1, pg_current_xact_id(), pg_current_xact_id())");
        (await shelf.Of<InventorySummary>().ProgressAsync("acme", CancellationToken.None)).IsPlanning.ShouldBeFalse();
        await shelf.LevelAsync("sku-1", "NJ", available: 1);
        (await shelf.Of<InventorySummary>().ProgressAsync("acme", CancellationToken.None)).IsPlanning.ShouldBeTrue();
    }

    [Fact]
    public async Task Should_count_nothing_where_nothing_was_set_up()
    {
        await using var shelf = await Shelf.OpenAsync();

        (await shelf.Of<InventorySummary>().OfAsync(null, CancellationToken.None)).ShouldBeEmpty();
        (await shelf.Of<InventorySummary>().OfAsync("acme", CancellationToken.None)).ShouldHaveSingleItem().IsOn.ShouldBeFalse();
    }
}
