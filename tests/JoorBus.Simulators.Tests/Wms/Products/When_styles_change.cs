using JoorBus.Contracts.Products;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Tests.Wms.Stock;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Tests.Wms.Products;

public sealed class When_styles_change
{
    [Fact]
    public async Task Should_begin_as_JOOR_has_them()
    {
        await using var joor = await JoorSimulator.StartAsync(new() { Accounts = [new() { AccountId = "1", Tokens = ["t"], Catalog = Stocks.Seed }] });
        var skus = joor.SkusOf("1");

        WmsCatalog.Items(Stocks.Seed).Select(item => (item.Upc, item.StyleIdentifier, item.Color!.Code)).ShouldBe(skus.Select(sku => (sku.Upc, (string?)sku.StyleIdentifier, (string?)sku.ColorCode)));
        WmsCatalog.Products(Stocks.Seed).SelectMany(product => product.Skus).Select(sku => sku.Upc).ShouldBe(skus.Select(sku => sku.Upc));
    }

    [Fact]
    public void Should_be_told_whole_with_the_next_sequence()
    {
        var products = new WmsProducts(WmsCatalog.Products(Stocks.Seed), "brand");

        var first = (ProductChanged)products.Change("RMC-1010", product => product with { Name = "Cardigan" }).Message;
        var second = (ProductChanged)products.Change("RMC-1010", product => product with { Description = "Soft" }).Message;

        (first.Connection, first.Sequence, second.Sequence).ShouldBe(("brand", 1, 2));
        (second.Product.Name, second.Product.Description).ShouldBe(("Cardigan", "Soft"));
        products.Ledger().Single().Product.ShouldBe(second.Product);
        ((ProductRemoved)products.Remove("RMC-1010", "Out of range").Message).Sequence.ShouldBe(3);
        products.Ledger().ShouldBeEmpty();
    }

    [Fact]
    public void Should_be_flooded_alike_by_the_same_seed_and_keep_to_the_contract()
    {
        var flood = new WmsProductFlood { Seed = 5, Changes = 120 };

        var told = flood.Run(new WmsProducts(WmsCatalog.Products(Stocks.Seed)));

        Text(flood.Run(new WmsProducts(WmsCatalog.Products(Stocks.Seed)))).ShouldBe(Text(told));
        var styles = told.Select(announcement => ((ProductChanged)announcement.Message).Product).ToList();
        styles.Select(style => style.StyleNumber).Distinct().Count().ShouldBe(4);
        styles.ShouldAllBe(style => style.Skus.Count == style.Colors.Count * style.Sizes.Count);
        styles.ShouldAllBe(style => style.Deliveries.Select(delivery => delivery.Code).Distinct().Count() == style.Deliveries.Count);
        styles.ShouldContain(style => style.Colors.Count > 2);
        styles.ShouldContain(style => style.Sizes.Count > 2);
        styles.ShouldContain(style => style.Deliveries.Count > 1);
        styles.Last(style => style.StyleNumber == "RMC-1010").Skus.Select(sku => sku.Upc).Distinct().Count().ShouldBe(styles.Last(style => style.StyleNumber == "RMC-1010").Skus.Count);
    }

    private static string Text(IReadOnlyList<WmsAnnouncement> told) => System.Text.Json.JsonSerializer.Serialize(told.Select(announcement => announcement.Message));
}
