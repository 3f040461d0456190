using JoorBus.Inventory.Listing;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Tests.Listing;

public sealed class When_one_item_is_shown
{
    [Fact]
    public async Task Should_lead_from_the_warehouses_number_to_JOORs_answer()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.SetAsync("acme", new WarehouseMapping("NJ", "Default"));
        await shelf.LevelAsync("sku-1", "NJ", available: 10);
        await shelf.LevelAsync("sku-1", "ATTIC", available: 2);
        await shelf.ItemAsync("sku-1", "upc:1");
        await shelf.SlotAsync("upc:1", wanted: 8, pushed: 8);

        var item = await shelf.Of<InventoryItemView>().OfAsync("ACME", "sku-1", CancellationToken.None);

        item!.Connection.ShouldBe("acme");
        var wms = item.Items.ShouldHaveSingleItem();
        wms.JoorItem.ShouldBe("upc:1");
        wms.Levels.Select(level => (level.Warehouse, level.JoorWarehouse, level.AvailableToSell)).ShouldBe([("ATTIC", null, 2), ("NJ", "Default", 10)]);
        item.Slots.ShouldHaveSingleItem().Pushed.ShouldBe(8);
        item.IsMore.ShouldBeFalse();
    }

    [Fact]
    public async Task Should_show_an_item_that_nobody_planned_yet()
    {
        await using var shelf = await Shelf.OpenAsync();
        await shelf.LevelAsync("upc:77", "NJ", available: 10, identity: """{"upc":"77"}""");

        var item = await shelf.Of<InventoryItemView>().OfAsync("acme", "77", CancellationToken.None);

        item!.Items.ShouldHaveSingleItem().IsPlanned.ShouldBeFalse();
        item.Slots.ShouldBeEmpty();
    }

    [Fact]
    public async Task Should_show_nothing_of_what_is_not_known()
    {
        await using var shelf = await Shelf.OpenAsync();

        (await shelf.Of<InventoryItemView>().OfAsync("acme", "nothing", CancellationToken.None)).ShouldBeNull();
    }
}
