using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Tests.Identifying;

public sealed class When_an_item_is_looked_for_in_JOOR
{
    private static readonly ItemIdentity Dress = ItemIdentity.Of(Stock.Dress with { Fields = new Dictionary<string, string> { ["Season"] = "FW<26>", ["sku"] = "not this" } });

    [Fact]
    public void Should_go_by_UPC() => Found(Dress, new StockTemplates(), StockIdentity.Upc).ShouldBe(new JoorItem("upc:0840012345678", "0840012345678", null, null, null, null));

    [Fact]
    public void Should_say_that_the_UPC_is_missing() => Nothing(Dress with { Upc = null }, new StockTemplates(), StockIdentity.Upc).ShouldStartWith("the warehouse gives no UPC");

    [Fact]
    public void Should_go_by_the_style_that_the_templates_make()
    {
        var item = Found(Dress, new StockTemplates { StyleIdentifier = " {{STYLENUMBER}}-{{season}}{{nothing}}|{{sku}} ", Size = "{{#if sizeCode}}{{sizeCode}}{{else}}{{sizeName}}{{/if}}" });
        item.ShouldBe(new JoorItem(@"style:D100|D100-FW<26>\|D-1|001|M", null, "D100", "D100-FW<26>|D-1", "001", "M"));
    }

    [Fact]
    public void Should_say_which_parts_are_empty() =>
        Nothing(Dress with { ColorCode = null, SizeName = null }, new StockTemplates()).ShouldBe("its colour code and size are empty after the templates of the connection's stock");

    [Fact]
    public void Should_refuse_what_is_longer_than_JOOR_takes() =>
        Nothing(Dress, new StockTemplates { StyleNumber = "{{styleNumber}}" + new string('x', 42) }).ShouldContain("longer than JOOR takes (45 and 100 characters)");

    private static JoorItem Found(ItemIdentity identity, StockTemplates templates, StockIdentity by = StockIdentity.Style) =>
        JoorItemKeys.Of(identity, Settings(templates, by)).ShouldBeOfType<JoorItemResult.Found>().Item;

    private static string Nothing(ItemIdentity identity, StockTemplates templates, StockIdentity by = StockIdentity.Style) =>
        JoorItemKeys.Of(identity, Settings(templates, by)).ShouldBeOfType<JoorItemResult.Nothing>().Reason;

    private static InventorySettings Settings(StockTemplates templates, StockIdentity by) => new() { Id = Guid.Empty, Connection = "acme", Identity = by, Templates = templates };
}
