using JoorBus.Contracts.Products;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Tests.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Tests.Comparing;

public sealed class When_styles_are_compared
{
    private static readonly Product Coat = new()
    {
        StyleNumber = "C-1",
        Name = "Coat",
        Colors = [new() { Code = "R", Name = "Red" }],
        Sizes = [new() { Name = "34" }],
        Skus = [new() { ColorCode = "R", Size = "34", Upc = "123" }],
        Prices = [new() { Label = "Wholesale", Currency = "USD", Wholesale = 10.5m, Retail = 25 }],
        Deliveries = [new() { Code = "F1", Name = "Fall 1", SeasonCode = "F27", ShipStart = new(2027, 8, 1), ShipEnd = new(2027, 9, 1), DisplayOrder = 2, HiddenColors = ["R"] }],
    };

    private static readonly JoorSkuEntry Sku = new()
    {
        Sku = "1", Upc = "123", StyleNumber = "C-1", StyleIdentifier = "C-1", ColorCode = "R", Size = "34", IsActive = true, Prices = [new("Wholesale", "USD", 10.5m, 25)],
    };

    private static readonly JoorDeliveryEntry Fall = new()
    {
        Code = "F1", Name = "Fall 1", SeasonCode = "F27", ShipStart = new(2027, 8, 1), ShipEnd = new(2027, 9, 1), DisplayOrder = 2, HiddenColors = ["R"],
    };

    private readonly StandStillClock _clock = new();
    private readonly WmsProducts _wms;

    public When_styles_are_compared()
    {
        _wms = new WmsProducts([Coat], time: _clock);
        _wms.Change("C-1", product => product);
    }

    [Fact]
    public void Should_be_clean_when_JOOR_has_all_of_it_and_more_of_peoples_making()
    {
        var joor = Held() with { Deliveries = [Fall, new() { Code = "Hand", IsManual = true }], Colors = [new("R", "Red", true), new("B", "Blue", true)] };

        Compare(joor).Wrong.ShouldBeEmpty();
        Compare(joor).IsClean.ShouldBeTrue();
    }

    [Fact]
    public void Should_say_what_differs()
    {
        var joor = Held() with
        {
            Name = "Cape",
            Sizes = [new("", "34", false)],
            Skus = [Sku with { Upc = null, Prices = [] }],
            Deliveries = [Fall with { Code = "F2" }],
        };

        Compare(joor).Wrong.Single().ShouldBe(
            "brand/C-1: name is 'Cape' instead of 'Coat'; size 34 is missing; UPC of R/34 is missing instead of 123; price USD Wholesale of 1 SKUs is not 10.5/25; linesheet F1 is missing; linesheet F2 is one too many");
    }

    [Fact]
    public void Should_know_stale_missing_and_extra_ones()
    {
        Compare(Held() with { Name = "Cape", ModifiedAt = _clock.GetUtcNow().AddSeconds(-1) }).Stale.ShouldHaveSingleItem();
        Compare(Held() with { IsDeleted = true }).Missing.ShouldBe(["brand/C-1"]);
        var extra = Compare(Held(), Held() with { Identifier = "X" });
        extra.Extra.ShouldBe(["brand/X"]);
        ProductComparison.Of([extra, extra]).Summary.ShouldBe("products: 2 styles | missing 0, stale 0, wrong 0, extra 2");
    }

    [Fact]
    public void Should_look_only_at_what_the_settings_send()
    {
        var rules = new ProductRules { IsPriceSent = _ => false, SendsDeliveries = false };

        ProductComparison.Of("brand", _wms.Ledger(), new JoorAccountLedger("1", []) { Styles = [Held() with { Deliveries = [], Skus = [Sku with { Prices = [] }] }] }, rules).IsClean.ShouldBeTrue();
    }

    private ProductComparison Compare(params JoorStyleEntry[] styles) => ProductComparison.Of("brand", _wms.Ledger(), new JoorAccountLedger("1", []) { Styles = styles }, new());

    private JoorStyleEntry Held() => new()
    {
        StyleId = "1",
        Number = "C-1",
        Identifier = "C-1",
        Name = "Coat",
        IsDeleted = false,
        Colors = [new("R", "Red", true)],
        Sizes = [new("", "34", true)],
        Skus = [Sku],
        Images = [],
        Deliveries = [Fall],
        ModifiedAt = _clock.GetUtcNow(),
    };
}
