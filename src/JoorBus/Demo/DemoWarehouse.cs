using JoorBus.Simulators.Wms;
using MassTransit;

namespace JoorBus.Demo;

/// <summary>The warehouse's day: stock and styles change in waves, and the messages of it come late, twice and in disorder; at the end everything is counted.</summary>
internal sealed class DemoWarehouse(DemoPlan plan, TimeProvider clock)
{
    public const string East = "WH-EAST";
    public const string West = "WH-WEST";
    private const int Waves = 20;
    private const int LevelsPerMessage = 100;
    private const int AtOnce = 10;
    private const int Forgotten = 5;
    private static readonly TimeSpan Between = TimeSpan.FromSeconds(1);

    public WmsStock Stock { get; } = new(WmsCatalog.Items(plan.Catalog), [East, West], time: clock);

    public WmsProducts Products { get; } = new(
        [.. WmsCatalog.Products(plan.Range).Where((_, place) => place < plan.Styles - (plan.Range.Styles - plan.Catalog.Styles) || place >= plan.Catalog.Styles)], time: clock);

    public int LevelsTold { get; private set; }

    public int StylesTold { get; private set; }

    /// <summary>From 0 to 1.</summary>
    public double Progress { get; private set; }

    public bool IsDone => Progress >= 1;

    public async Task RunAsync(IBus bus, CancellationToken cancellationToken)
    {
        var publisher = new WmsPublisher(bus, clock);
        for (var wave = 1; wave <= Waves; wave++)
        {
            await publisher.PublishAsync(Wave(wave), AtOnce, cancellationToken).ConfigureAwait(false);
            Progress = (wave - 0.5) / Waves;
            await Task.Delay(Between, clock, cancellationToken).ConfigureAwait(false);
        }

        foreach (var item in Stock.Items.Take(Forgotten))
        {
            Stock.Forget(item.Sku!, East);
        }

        await publisher.PublishAsync(Stock.Snapshot("demo-count").All, AtOnce, cancellationToken).ConfigureAwait(false);
        Progress = 1;
    }

    private IReadOnlyList<WmsAnnouncement> Wave(int wave)
    {
        var levels = new WmsStockFlood { Seed = wave, Before = LevelsTold, Changes = (plan.StockChanges * wave / Waves) - LevelsTold, Items = Stock.Items.Count }.Run(Stock);
        LevelsTold += levels.Count;
        var styles = new WmsProductFlood { Seed = wave, Before = StylesTold, Changes = (plan.ProductChanges * wave / Waves) - StylesTold }.Run(Products);
        StylesTold += styles.Count;
        var disorder = new WmsDisorder { Seed = wave, LateShare = 0.2, RepeatShare = 0.1, LateBy = 8 };
        // A few singly, most of them in hundreds.
        var told = Stock.Tell([.. levels.Take(LevelsPerMessage)], 1).Concat(Stock.Tell([.. levels.Skip(LevelsPerMessage)], LevelsPerMessage));
        return disorder.Of([.. told, .. styles]);
    }
}
