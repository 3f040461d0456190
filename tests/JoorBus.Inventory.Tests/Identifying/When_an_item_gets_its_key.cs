using JoorBus.Contracts;
using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Identifying;

namespace JoorBus.Inventory.Tests.Identifying;

public sealed class When_an_item_gets_its_key
{
    public static TheoryData<string?, StockItem> Items() => new()
    {
        { "D-1", Stock.Dress },
        { "upc:0840012345678", Stock.Dress with { Sku = " " } },
        { "style:D100-FW26|001|Medium", Stock.Dress with { Sku = null, Upc = null } },
        { "style:D100|Black|M", Stock.Dress with { Sku = null, Upc = null, StyleIdentifier = null, Color = new Coded { Name = "Black" }, Size = new Coded { Code = "M" } } },
        { @"style:a\|b|c\\|d", new StockItem { StyleNumber = "a|b", Color = new Coded { Code = @"c\" }, Size = new Coded { Name = " d " } } },
        { null, new StockItem { StyleNumber = "D100", Size = new Coded { Name = "M" } } },
        { null, new StockItem() },
    };

    [Theory]
    [MemberData(nameof(Items))]
    public void Should_take_the_best_that_is_given(string? key, StockItem item) => ItemKey.Of(item).ShouldBe(key);
}
