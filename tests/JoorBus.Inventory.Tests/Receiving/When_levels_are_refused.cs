using JoorBus.Contracts;
using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Receiving;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_levels_are_refused
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private static readonly InventoryLevel Good = Stock.Level("A1", onHand: 5, sequence: 1);

    public static TheoryData<string, InventoryLevel> Faulty() => new()
    {
        { "level 1 (item 'A1', warehouse '') has no warehouse", Good with { Warehouse = "" } },
        { "has a warehouse of 101 characters; allowed is 100", Good with { Warehouse = new string('w', 101) } },
        { "has no identity; give sku, upc, or style with colour and size", Good with { Item = new StockItem { StyleNumber = "D100", Color = new Coded { Code = "001" } } } },
        { "has a sku of 101 characters; allowed is 100", Good with { Item = new StockItem { Sku = new string('s', 101) } } },
        { "has the character NUL in its sku", Good with { Item = new StockItem { Sku = "A\0" } } },
        { "has a safety stock of -1; allowed is 0 to 1,000,000", Good with { Item = new StockItem { Sku = "A1", SafetyStock = -1 } } },
        { "has null in field 'season'; leave it out", Good with { Item = new StockItem { Sku = "A1", Fields = new Dictionary<string, string> { ["season"] = null! } } } },
        { "has -1 units on hand; allowed is 0 to 100,000,000", Good with { OnHand = -1 } },
        { "has 100,000,001 units on hand", Good with { OnHand = 100_000_001 } },
        { "has -1 units allocated", Good with { Allocated = -1 } },
        { "has 100,000,001 units available to sell", Good with { AvailableToSell = 100_000_001 } },
        { "has -3 units inbound on 2026-12-01", Good with { Inbound = [new InboundStock { Date = new DateOnly(2026, 12, 1), Quantity = -3 }] } },
        { "has inbound of 1999-12-31; allowed are the years 2000 to 2100", Good with { Inbound = [new InboundStock { Date = new DateOnly(1999, 12, 31), Quantity = 3 }] } },
        { "has inbound of 2101-01-01", Good with { Inbound = [new InboundStock { Date = new DateOnly(2101, 1, 1), Quantity = 3 }] } },
        { "tells no stock", Good with { OnHand = null, Allocated = 2 } },
        { "has neither sequence nor asOf", Good with { Sequence = null } },
        { "has sequence -1; it counts from 0", Good with { Sequence = -1 } },
        { "is as of 1999-12-31; allowed is the year 2000 or later", Good with { AsOf = new DateTimeOffset(1999, 12, 31, 0, 0, 0, TimeSpan.Zero) } },
        { "is as of 2026-11-22 12:01Z, more than a day in the future", Good with { AsOf = Now.AddDays(1).AddMinutes(1) } },
        { "level 1 has no item", Good with { Item = null! } },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Should_say_which_level_and_why(string sentence, InventoryLevel level) =>
        Refusal(new InventoryChanged { Levels = [level] }).ShouldContain(sentence);

    [Fact]
    public void Should_count_the_levels()
    {
        Refusal(new InventoryChanged { Levels = [] }).ShouldBe("it has no levels; send 1 to 10,000");
        Refusal(new InventoryChanged { Levels = [.. Enumerable.Repeat(Good, 10_001)] }).ShouldBe("it has 10,001 levels; send 1 to 10,000 in one message");
        LevelFaults.Of(new InventoryChanged { Levels = [.. Enumerable.Repeat(Good, 10_000)] }, Now).ShouldBeNull();
    }

    [Fact]
    public void Should_refuse_the_whole_message_for_one_level() =>
        Refusal(new InventoryChanged { Levels = [Good, Good with { OnHand = -1 }] }).ShouldStartWith("level 2 (item 'A1', warehouse 'NJ')");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    public void Should_want_a_name_of_the_count(string snapshot) => Refusal(Stock.Told(snapshot, Good)).ShouldStartWith("its snapshotId");

    [Fact]
    public void Should_take_the_limits_themselves()
    {
        var widest = Good with { Warehouse = new string('w', 100), OnHand = 100_000_000, Allocated = 0, AvailableToSell = -5, Sequence = 0, AsOf = Now.AddDays(1) };
        LevelFaults.Of(new InventoryChanged { Levels = [widest] }, Now).ShouldBeNull();
    }

    private static string Refusal(InventoryChanged message) => LevelReading.Read(message, "", Now).ShouldBeOfType<LevelsRead.Refused>().Sentence;
}
