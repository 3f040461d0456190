using JoorBus.Contracts.Inventory;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Tests.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Tests.Comparing;

public sealed class When_stock_is_compared
{
    private static readonly StockRules Rules = new() { Warehouses = new Dictionary<string, string> { ["WH1"] = "East", ["WH2"] = "East", ["WH3"] = "Default" } };
    private static readonly StockItem Shirt = new() { Sku = "S", Upc = "0123", StyleNumber = "SH", StyleIdentifier = "SH-1", Color = new() { Code = "R" }, Size = new() { Name = "M" } };
    private readonly StandStillClock _clock = new();
    private readonly WmsStock _wms;

    public When_stock_is_compared() => _wms = new WmsStock([Shirt], ["WH1", "WH2", "WH3", "WH4"], time: _clock);

    [Fact]
    public void Should_be_clean_when_JOOR_holds_the_sums_of_the_mapped_warehouses()
    {
        _wms.Change("S", "WH1", level => level with { OnHand = 9, Allocated = 4, Inbound = [new() { Date = new(2027, 5, 1), Quantity = 7 }] });
        _wms.Set("S", "WH2", 3);
        _wms.Set("S", "WH4", 100);

        var comparison = Compare(Rules, Entry("East", 8), Entry("East", 7, "2027-05-01"));

        comparison.IsClean.ShouldBeTrue(comparison.Summary);
        comparison.Places.ShouldBe(2);
    }

    [Fact]
    public void Should_name_what_is_missing_stale_wrong_and_too_much()
    {
        _wms.Set("S", "WH1", 3);
        _wms.Set("S", "WH3", 4);

        var stale = Compare(Rules, Entry("East", 2, at: _clock.GetUtcNow().AddSeconds(-1)), Entry("Moon", 6));
        var wrong = Compare(Rules, Entry("East", 2), Entry("Default", 4));

        stale.Missing.ShouldBe(["brand/123 Default IMMEDIATE: has 0, should have 4"]);
        stale.Stale.ShouldBe(["brand/123 East IMMEDIATE: has 2, should have 3"]);
        stale.Extra.ShouldBe(["brand/123 Moon IMMEDIATE: has 6, should have nothing"]);
        wrong.Wrong.ShouldBe(["brand/123 East IMMEDIATE: has 2, should have 3"]);
        StockComparison.Of([stale, wrong]).Summary.ShouldBe("stock: 4 numbers | missing 1, stale 1, wrong 1, extra 1");
    }

    [Fact]
    public void Should_take_off_the_buffer_but_never_below_nothing()
    {
        _wms.Set("S", "WH1", 3);
        _wms.Set("S", "WH3", -4);
        var rules = Rules with { Buffer = (_, _) => 2 };

        Compare(rules, Entry("East", 1)).IsClean.ShouldBeTrue();
        Compare(rules with { Buffer = (_, _) => 5 }, Entry("East", 0)).IsClean.ShouldBeTrue();
    }

    [Theory]
    [InlineData(true, 0, true, true)]
    [InlineData(true, 5, false, false)]
    [InlineData(false, 0, false, true)]
    [InlineData(false, 0, true, false)]
    public void Should_know_what_is_made_to_order(bool sends, int quantity, bool isMadeToOrder, bool isClean)
    {
        _wms.Change("S", "WH1", level => level with { OnHand = 5, MadeToOrder = true, Inbound = [new() { Date = new(2027, 5, 1), Quantity = 7 }] });

        Compare(Rules with { SendsMadeToOrder = sends }, Entry("East", quantity) with { IsMadeToOrder = isMadeToOrder }).IsClean.ShouldBe(isClean);
    }

    [Fact]
    public void Should_find_it_right_that_an_item_made_to_order_is_so_where_the_warehouse_has_none()
    {
        _wms.Change("S", "WH1", level => level with { MadeToOrder = true });

        Compare(Rules, Entry("East", 0) with { IsMadeToOrder = true }, Entry("Default", 0) with { IsMadeToOrder = true }).IsClean.ShouldBeTrue();
        Compare(Rules, Entry("East", 0) with { IsMadeToOrder = true }, Entry("Default", 2)).Extra.ShouldBe(["brand/123 Default IMMEDIATE: has 2, should have nothing"]);
    }

    [Fact]
    public void Should_find_items_by_style_where_the_rules_say_so()
    {
        _wms.Set("S", "WH1", 3);

        Compare(Rules with { IsByStyle = true }, Entry("East", 3) with { Upc = null, StyleNumber = "SH", StyleIdentifier = "SH-1", ColorCode = "R", Size = "M" }).IsClean.ShouldBeTrue();
    }

    [Fact]
    public void Should_not_look_at_what_is_left_out()
    {
        _wms.Change("S", "WH1", level => level with { AvailableToSell = 3, Item = Shirt with { SkipJoor = true } });

        Compare(Rules, Entry("East", 8), Entry("Moon", 8)).IsClean.ShouldBeTrue();
    }

    private StockComparison Compare(StockRules rules, params JoorStockEntry[] stock) =>
        StockComparison.Of("brand", _wms.Ledger(), new JoorAccountLedger("1", []) { Stock = stock }, rules);

    private JoorStockEntry Entry(string warehouse, int quantity, string date = "IMMEDIATE", DateTimeOffset? at = null) =>
        new() { Sku = "x", Upc = "123", Warehouse = warehouse, Date = date, Quantity = quantity, IsMadeToOrder = false, Request = 1, ChangedAt = at ?? _clock.GetUtcNow() };
}
