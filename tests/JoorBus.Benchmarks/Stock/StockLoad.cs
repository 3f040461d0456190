using System.Globalization;
using System.Text;

namespace JoorBus.Benchmarks.Stock;

/// <summary>Changes of stock: the same sequence for every contender. Change n (from 0) has sequence n + 1 and is about a seeded item.</summary>
/// <param name="Changes">How many.</param>
/// <param name="Items">Items they are about.</param>
/// <param name="PerMessage">Changes of one message.</param>
public sealed record StockLoad(int Changes, int Items, int PerMessage)
{
    public const string Warehouse = "NJ-01";

    public int Messages => (Changes + PerMessage - 1) / PerMessage;

    /// <summary>Scatters changes over the items, the same way in every run.</summary>
    public int ItemOf(int change)
    {
        var mixed = ((ulong)change + 1) * 0x9E3779B97F4A7C15UL;
        mixed ^= mixed >> 32;
        mixed *= 0xD6E8FEB86659FD93UL;
        mixed ^= mixed >> 32;
        return (int)(mixed % (ulong)Items);
    }

    public static int OnHandOf(int change) => 100 + (change % 400);

    public static string Sku(int item) => string.Create(CultureInfo.InvariantCulture, $"SKU-{item:D7}");

    public static string Upc(int item) => string.Create(CultureInfo.InvariantCulture, $"{840_000_000_000L + item}");

    /// <summary>Sum of the newest sequences: what the table must hold at the end.</summary>
    public long VersionSum()
    {
        var newest = new int[Items];
        for (var change = 0; change < Changes; change++)
            newest[ItemOf(change)] = change + 1;
        return newest.Sum(version => (long)version);
    }

    /// <summary>The body of a message, as a warehouse without MassTransit would publish it.</summary>
    public byte[] Body(int message)
    {
        var text = new StringBuilder("{\"levels\":[", 200 * PerMessage);
        var first = message * PerMessage;
        for (var change = first; change < Math.Min(first + PerMessage, Changes); change++)
        {
            var item = ItemOf(change);
            text.Append(change > first ? "," : "").Append(
                CultureInfo.InvariantCulture,
                $$"""{"warehouse":"{{Warehouse}}","item":{"sku":"{{Sku(item)}}","upc":"{{Upc(item)}}"},"onHand":{{OnHandOf(change)}},"allocated":7,"availableToSell":{{OnHandOf(change) - 7}},"sequence":{{change + 1}}}""");
        }
        return Encoding.UTF8.GetBytes(text.Append("]}").ToString());
    }
}
