using JoorBus.Contracts.Products;

namespace JoorBus.Simulators.Wms;

/// <summary>A season's changes of styles by seed: the same seed on the same styles gives the same changes.</summary>
public sealed record WmsProductFlood
{
    private const int All = 100;

    public int Seed { get; init; } = 1;

    /// <summary>Changes; each style changes at least once where there are enough.</summary>
    public required int Changes { get; init; }

    /// <summary>Changes that earlier floods made, so that styles which had no turn yet have it now.</summary>
    public int Before { get; init; }

    /// <summary>Changes the styles and gives the messages that tell it, in order.</summary>
    public IReadOnlyList<WmsAnnouncement> Run(WmsProducts products)
    {
        var random = new Random(Seed);
        var styles = products.Identifiers;
        return [.. Enumerable.Range(Before, Changes).Select(number =>
            products.Change(styles[number < styles.Count ? number : random.Next(styles.Count)], product => Draw(product, random, number)))];
    }

    private static Product Draw(Product product, Random random, int number) => random.Next(All) switch
    {
        < 40 => WmsProductChanges.Reprice(product, random.Next(product.Prices.Count), random.Next(10, 300)),
        < 55 => product with { Name = $"{product.Name.Split(" no. ")[0]} no. {number}" },
        < 65 => product with { Description = $"As worn in look {number}." },
        < 85 => WmsProductChanges.PutOn(product, random.Next(WmsProductChanges.Linesheets.Count), random.Next(1, 50), random.Next(3) == 0),
        < 95 => WmsProductChanges.AddColor(product, number),
        _ => WmsProductChanges.AddSize(product, number),
    };
}
