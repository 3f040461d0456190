using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Receiving;
using JoorBus.TestKit;

namespace JoorBus.Inventory.Tests.Receiving;

public sealed class When_levels_come_in_any_order
{
    private const int Histories = 250;

    /// <summary>Each history has an item prefix of its own, is told out of order, repeated, cut into messages, and stored by two processes at once.</summary>
    [Fact]
    public async Task Should_leave_the_newest_of_each()
    {
        var database = await TestDatabase.CreateAsync();
        await using var one = await StockHost.StartAsync(database, configure: options => options.ReceiveBatch = 3);
        await using var other = await StockHost.StartAsync(database);
        var seed = TestSeed.Next();
        var random = new Random(seed);
        for (var history = 0; history < Histories; history++)
        {
            var (levels, expected) = Levels(random, $"{history:000}-");
            var messages = Cut(random, [.. levels.Concat(levels.Where(_ => random.Next(4) == 0)).Shuffled(random)]);
            await Task.WhenAll(messages.Select(message => (random.Next(2) == 0 ? one : other).ReceiveAsync(message)));
            (await one.RowsAsync($"select item, warehouse, version, on_hand from inventory_levels where item like '{history:000}-%' order by item, warehouse"))
                .ShouldBe(expected, $"seed {seed}, history {history}");
        }
    }

    private static (List<InventoryLevel> Levels, List<string> Newest) Levels(Random random, string prefix)
    {
        var levels = new List<InventoryLevel>();
        for (var change = random.Next(1, 25); change > 0; change--)
        {
            var sku = $"{prefix}{random.Next(4)}";
            var warehouse = random.Next(2) == 0 ? "CA" : "NJ";
            var sequence = levels.Count(level => level.Item.Sku == sku && level.Warehouse == warehouse) + 1;
            levels.Add(Stock.Level(sku, random.Next(4), sequence, warehouse));
        }

        var newest = levels.GroupBy(level => (level.Item.Sku, level.Warehouse)).Select(same => same.MaxBy(level => level.Sequence)!)
            .OrderBy(level => level.Item.Sku, StringComparer.Ordinal).ThenBy(level => level.Warehouse, StringComparer.Ordinal);
        return (levels, [.. newest.Select(level => $"{level.Item.Sku}|{level.Warehouse}|{level.Sequence}|{level.OnHand}")]);
    }

    private static List<InventoryChanged> Cut(Random random, InventoryLevel[] levels)
    {
        var messages = new List<InventoryChanged>();
        for (var start = 0; start < levels.Length;)
        {
            var size = Math.Min(random.Next(1, 8), levels.Length - start);
            messages.Add(new InventoryChanged { Levels = levels[start..(start + size)] });
            start += size;
        }

        return messages;
    }

    [Fact]
    public async Task Should_not_deadlock_when_processes_store_the_same_items()
    {
        var database = await TestDatabase.CreateAsync();
        await using var one = await StockHost.StartAsync(database);
        await using var other = await StockHost.StartAsync(database);
        var seed = TestSeed.Next();
        var random = new Random(seed);
        var rounds = Enumerable.Range(1, 40).SelectMany(round => new[] { (one, round), (other, round) });
        await Task.WhenAll(rounds.Select(async turn =>
        {
            var levels = Enumerable.Range(0, 500).Select(item => Stock.Level($"I{item:000}", turn.round, turn.round)).Shuffled(random);
            await turn.Item1.Store.StoreAsync(LevelMerging.Merge(((LevelsRead.Rows)LevelReading.Read(new InventoryChanged { Levels = [.. levels] }, "", TimeProvider.System.GetUtcNow())).Levels));
        }));
        (await one.ScalarAsync<long>("select count(*) from inventory_levels where on_hand = 40 and version = 40")).ShouldBe(500, $"seed {seed}");
    }
}

internal static class Shuffling
{
    public static T[] Shuffled<T>(this IEnumerable<T> items, Random random)
    {
        var array = items.ToArray();
        lock (random)
            random.Shuffle(array);
        return array;
    }
}
