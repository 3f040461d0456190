using JoorBus.Contracts.Inventory;

namespace JoorBus.Simulators.Wms;

/// <summary>A day's changes of stock by seed: the same seed on the same stock gives the same changes.</summary>
public sealed record WmsStockFlood
{
    private const int MostUnits = 400;

    public int Seed { get; init; } = 1;

    /// <summary>Levels that change; each item changes at least once where there are enough.</summary>
    public required int Changes { get; init; }

    /// <summary>Items among which they are drawn, the first ones of the stock.</summary>
    public required int Items { get; init; }

    /// <summary>Changes that earlier floods made, so that items which had no turn yet have it now.</summary>
    public int Before { get; init; }

    /// <summary>Share of levels that are sold out, from 0 to 1.</summary>
    public double SoldOutShare { get; init; } = 0.05;

    /// <summary>Share of levels that expect units on later days.</summary>
    public double InboundShare { get; init; } = 0.1;

    /// <summary>Share of changes that make an item made to order, or end that, in all warehouses.</summary>
    public double MadeToOrderShare { get; init; } = 0.01;

    /// <summary>First day of inbound units.</summary>
    public DateOnly FirstDay { get; init; } = new(2030, 1, 7);

    /// <summary>Changes the stock and gives the levels to tell, in order.</summary>
    public IReadOnlyList<InventoryLevel> Run(WmsStock stock)
    {
        var random = new Random(Seed);
        var levels = new List<InventoryLevel>(Changes);
        for (var number = Before; levels.Count < Changes; number++)
        {
            var sku = stock.Items[number < Items ? number : random.Next(Items)].Sku!;
            if (random.NextDouble() < MadeToOrderShare && levels.Count + stock.Warehouses.Count <= Changes)
                levels.AddRange(stock.Warehouses.Select(warehouse => stock.Change(sku, warehouse, Switch)));
            else
                levels.Add(stock.Change(sku, stock.Warehouses[random.Next(stock.Warehouses.Count)], level => Draw(level, random)));
        }
        return levels;
    }

    private static InventoryLevel Switch(InventoryLevel level) => level with { MadeToOrder = level.MadeToOrder != true };

    private InventoryLevel Draw(InventoryLevel level, Random random)
    {
        var onHand = random.NextDouble() < SoldOutShare ? 0 : random.Next(1, MostUnits);
        var allocated = random.Next(0, (onHand / 4) + 1);
        return level with
        {
            OnHand = onHand,
            Allocated = allocated,
            // Some warehouses tell what can be sold, some leave it to be reckoned.
            AvailableToSell = random.Next(2) == 0 ? onHand - allocated : null,
            Inbound = random.NextDouble() < InboundShare
                ? [new InboundStock { Date = FirstDay.AddDays(7 * random.Next(8)), Quantity = random.Next(1, MostUnits) }]
                : level.Inbound,
        };
    }
}
