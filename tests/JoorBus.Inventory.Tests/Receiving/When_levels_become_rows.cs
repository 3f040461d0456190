using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Receiving;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_levels_become_rows
{
    private static readonly DateTimeOffset Now = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Should_take_the_sequence_as_version_before_the_time()
    {
        var both = Stock.Level("A1", 5, sequence: 7) with { AsOf = Now };
        Row(both).Version.ShouldBe(7);
        Row(both with { Sequence = null }).Version.ShouldBe(1_795_262_400_000_000);
    }

    [Fact]
    public void Should_cut_times_to_microseconds()
    {
        var row = Row(Stock.At("A1", 5, Now.AddTicks(17)));
        row.AsOf.ShouldBe(Now.UtcDateTime.AddTicks(10));
        row.Version.ShouldBe(1_795_262_400_000_001);
    }

    [Fact]
    public void Should_sum_inbound_by_day()
    {
        InboundStock On(int day, int units) => new() { Date = new DateOnly(2026, 12, day), Quantity = units };
        Row(Stock.Level("A1", 5, 1) with { Inbound = [On(9, 2), On(1, 3), On(9, 4), On(5, 0)] }).Inbound.ShouldBe("2026-12-01=3;2026-12-09=6");
        InboundText.Read("2026-12-01=3;2026-12-09=6").ShouldBe([On(1, 3), On(9, 6)]);
        Row(Stock.Level("A1", 5, 1) with { Inbound = [On(5, 0)] }).Inbound.ShouldBeNull();
        Row(Stock.Level("A1", 5, 1) with { Inbound = null! }).Inbound.ShouldBeNull();
    }

    [Fact]
    public void Should_leave_one_row_of_an_item_and_warehouse_sorted_by_key()
    {
        var merged = LevelMerging.Merge(new[] { Stock.Level("B", 1, 1), Stock.Level("A", 2, 9), Stock.Level("A", 3, 8), Stock.Level("A", 4, 1, "CA") }.Select(Row));
        merged.Select(row => (row.Item, row.Warehouse, row.OnHand)).ShouldBe([("A", "CA", 4), ("A", "NJ", 2), ("B", "NJ", 1)]);
    }

    [Fact]
    public void Should_keep_the_count_that_an_older_level_belongs_to()
    {
        var counted = Row(Stock.Level("A", 3, 8)) with { Snapshot = "full", SnapshotVersion = 8 };
        LevelMerging.Merge([Row(Stock.Level("A", 2, 9)), counted]).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            row => row.OnHand.ShouldBe(2), row => row.Version.ShouldBe(9), row => row.Snapshot.ShouldBe("full"), row => row.SnapshotVersion.ShouldBe(8));
    }

    [Fact]
    public void Should_write_the_identity_so_that_it_reads_the_same()
    {
        var item = Stock.Dress with { SafetyStock = 3, SkipJoor = true, SkipPush = false, Fields = new Dictionary<string, string> { ["z"] = "Ä|\"", ["a"] = "1" } };
        var text = Row(Stock.Level("A", 1, 1) with { Item = item }).Identity;
        text.ShouldBe("""{"sku":"D-1","upc":"0840012345678","styleNumber":"D100","styleIdentifier":"D100-FW26","colorCode":"001","colorName":"Black","sizeName":"Medium","sizeCode":"M","safetyStock":3,"skipJoor":true,"fields":{"a":"1","z":"Ä|\""}}""");
        ItemIdentity.Read(text).Write().ShouldBe(text);
    }

    private static LevelRow Row(InventoryLevel level) => LevelReading.Read(new InventoryChanged { Levels = [level] }, "", Now).ShouldBeOfType<LevelsRead.Rows>().Levels[0];
}
