using JoorBus.Contracts.Inventory;
using JoorBus.Simulators.Wms;

namespace JoorBus.Simulators.Tests.Wms.Stock;

public sealed class When_everything_is_counted
{
    private readonly WmsStock _stock = Stocks.New();

    public When_everything_is_counted() => new WmsStockFlood { Changes = 400, Items = 16, MadeToOrderShare = 0 }.Run(_stock);

    [Fact]
    public void Should_tell_the_start_all_levels_and_the_end()
    {
        var snapshot = _stock.Snapshot("count-1");

        var (started, completed) = ((InventorySnapshotStarted)snapshot.Started.Message, (InventorySnapshotCompleted)snapshot.Completed.Message);
        (started.SnapshotId, started.Sequence, completed.LevelCount).ShouldBe(("count-1", 400, 32));
        Stocks.Levels(snapshot.All).ShouldBe(_stock.Ledger().Select(entry => entry.Level));
        snapshot.Levels.ShouldAllBe(announcement => ((InventoryChanged)announcement.Message).SnapshotId == "count-1");
        snapshot.All.Select(announcement => announcement.MessageId).Distinct().Count().ShouldBe(3);
    }

    [Fact]
    public void Should_leave_out_what_was_forgotten()
    {
        _stock.Forget(_stock.Items[0].Sku!, "WH1");

        ((InventorySnapshotCompleted)_stock.Snapshot("count-2").Completed.Message).LevelCount.ShouldBe(31);
    }

    [Fact]
    public void Should_be_incomplete_when_less_is_sent_than_counted_and_shrunken_when_less_is_counted()
    {
        var incomplete = _stock.Snapshot("count-3", isSent: level => level.Warehouse == "WH1");
        var shrunken = _stock.Snapshot("count-4", isNamed: level => level.Warehouse == "WH1");

        (Stocks.Levels(incomplete.All).Count, ((InventorySnapshotCompleted)incomplete.Completed.Message).LevelCount).ShouldBe((16, 32));
        (Stocks.Levels(shrunken.All).Count, ((InventorySnapshotCompleted)shrunken.Completed.Message).LevelCount).ShouldBe((16, 16));
    }
}
