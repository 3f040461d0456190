using JoorBus.Contracts.Inventory;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Tests.Wms.Stock;

public sealed class When_stock_changes
{
    [Fact]
    public void Should_tell_each_change_with_the_next_sequence()
    {
        var stock = Stocks.New();
        var sku = stock.Items[0].Sku!;

        var told = new[] { stock.Set(sku, "WH1", 5), stock.Set(sku, "WH2", 6), stock.Change(sku, "WH1", level => level with { MadeToOrder = true }) };

        told.Select(level => (level.Warehouse, level.AvailableToSell, level.Sequence)).ShouldBe([("WH1", 5, 1), ("WH2", 6, 2), ("WH1", 5, 3)]);
        stock.Ledger().Select(entry => entry.Level).ShouldBe([told[2], told[1]]);
        stock.Level(stock.Items[1].Sku!, "WH1").ShouldBeNull();
    }

    [Fact]
    public void Should_be_flooded_alike_by_the_same_seed()
    {
        var (one, other) = (Stocks.New(), Stocks.New());
        var flood = new WmsStockFlood { Seed = 7, Changes = 60, Items = 10 };

        var told = flood.Run(one);

        told.Count.ShouldBe(60);
        told.Select(level => level.Item.Sku).Distinct().Count().ShouldBe(10);
        Text(flood.Run(other)).ShouldBe(Text(told));
        Text((flood with { Seed = 8 }).Run(Stocks.New())).ShouldNotBe(Text(told));
    }

    [Fact]
    public void Should_be_told_in_messages_of_the_size_asked_for_with_ids_that_stay()
    {
        var stock = Stocks.New();
        var levels = new WmsStockFlood { Changes = 25, Items = 16 }.Run(stock);

        var told = stock.Tell(levels, 10);

        told.Select(announcement => ((InventoryChanged)announcement.Message).Levels.Count).ShouldBe([10, 10, 5]);
        told.Select(announcement => announcement.MessageId).Distinct().Count().ShouldBe(3);
        stock.Tell(levels, 10).Select(announcement => announcement.MessageId).ShouldBe(told.Select(announcement => announcement.MessageId));
        Stocks.Levels(told).ShouldBe(levels);
    }

    [Fact]
    public void Should_lose_nothing_in_disorder()
    {
        var stock = Stocks.New();
        var told = stock.Tell(new WmsStockFlood { Changes = 200, Items = 16 }.Run(stock), 1);
        var disorder = new WmsDisorder { Seed = 3, LateShare = 0.2, RepeatShare = 0.1, LateBy = 20 };

        var arriving = disorder.Of(told);

        arriving.Distinct().Count().ShouldBe(200);
        arriving.Count.ShouldBeInRange(205, 250);
        arriving.ShouldNotBe(told);
        Stocks.Levels(arriving).Zip(Stocks.Levels(arriving).Skip(1)).Count(pair => pair.First.Sequence > pair.Second.Sequence).ShouldBeGreaterThan(20);
        disorder.Of(told).ShouldBe(arriving);
        new WmsDisorder().Of(told).ShouldBe(told);
    }

    private static string Text(IReadOnlyList<InventoryLevel> levels) => System.Text.Json.JsonSerializer.Serialize(levels);
}
