using JoorBus.Prove.Deaths;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;
using MassTransit;

namespace JoorBus.Prove.World;

/// <summary>What the warehouse tells of stock and styles while everything dies: late, twice and in disorder, and at the end a full count; drawn from the seed.</summary>
internal sealed class WarehouseDay(KillPlan plan)
{
    private const int Waves = 20;
    private const int LevelsPerMessage = 20;
    private const int AtOnce = 5;
    private const int Forgotten = 3;
    private const int NewStyles = 2;

    /// <summary>What JOOR begins with.</summary>
    public static JoorCatalogSeed Catalog { get; } = Seed(12);

    public WmsStock Stock { get; } = new(WmsCatalog.Items(Catalog), [ProveSettings.East, ProveSettings.West]);

    public WmsProducts Products { get; } = new(WmsCatalog.Products(Seed(Catalog.Styles + NewStyles)));

    public int LevelsTold { get; private set; }

    public int StylesTold { get; private set; }

    /// <summary>Messages that the broker did not take at first.</summary>
    public int Repeated { get; private set; }

    public async Task RunAsync(IBus bus, CancellationToken cancellationToken)
    {
        var publisher = new WmsPublisher(bus, TimeProvider.System);
        for (var wave = 1; wave <= Waves; wave++)
        {
            await publisher.PublishAsync(Wave(wave), AtOnce, cancellationToken);
            await Task.Delay(KillPlan.Traffic / Waves, TimeProvider.System, cancellationToken);
        }

        foreach (var entry in Stock.Ledger().Take(Forgotten))
            Stock.Forget(entry.Level.Item.Sku!, entry.Level.Warehouse);
        await publisher.PublishAsync(Stock.Snapshot($"prove-{plan.Seed}").All, AtOnce, cancellationToken);
        Repeated = publisher.Repeated;
    }

    private IReadOnlyList<WmsAnnouncement> Wave(int wave)
    {
        var seed = (plan.Seed * 1000) + wave;
        var levels = new WmsStockFlood { Seed = seed, Before = LevelsTold, Changes = (plan.StockChanges * wave / Waves) - LevelsTold, Items = Stock.Items.Count }.Run(Stock);
        LevelsTold += levels.Count;
        var styles = new WmsProductFlood { Seed = seed, Before = StylesTold, Changes = (plan.ProductChanges * wave / Waves) - StylesTold }.Run(Products);
        StylesTold += styles.Count;
        var told = Stock.Tell([.. levels.Take(LevelsPerMessage)], 1).Concat(Stock.Tell([.. levels.Skip(LevelsPerMessage)], LevelsPerMessage));
        return new WmsDisorder { Seed = seed, LateShare = 0.3, RepeatShare = 0.2, LateBy = 8 }.Of([.. told, .. styles]);
    }

    private static JoorCatalogSeed Seed(int styles) => new() { Styles = styles, Colors = 5, Sizes = 5 };
}
