using JoorBus.Contracts;
using JoorBus.Contracts.Products;
using JoorBus.Joor;

namespace JoorBus.Products.Tests.Planning;

/// <summary>Styles by a seed: small sets of names, so that things come, change, go and come back.</summary>
internal sealed class RandomProducts(int seed)
{
    private static readonly string[] Colors = ["001", "002", "003", "004"];
    private static readonly string[] Sizes = ["S", "M", "L"];
    private static readonly string[] Linesheets = ["F1", "F2", "F3"];

    public static IReadOnlyList<JoorPriceType> PriceTypes { get; } =
    [
        new() { Id = "1", Currency = "EUR", Name = "Wholesale", RetailCurrency = "EUR" },
        new() { Id = "2", Currency = "USD", Name = "Wholesale", RetailCurrency = "USD" },
    ];

    public Random Random { get; } = new(seed);

    public bool Chance(double share) => Random.NextDouble() < share;

    public Product Next()
    {
        var colors = Some(Colors, atLeast: 1).Select(code => new ProductColor { Code = code, Name = $"Colour {code} {Random.Next(2)}" }).ToList();
        var sizes = Some(Sizes, atLeast: 1).Select(name => new ProductSize { Name = name, Code = Chance(0.3) ? $"{name}{Random.Next(2)}" : null }).ToList();
        return new Product
        {
            StyleNumber = "T-1",
            Name = $"Tee {Random.Next(3)}",
            Description = Chance(0.5) ? $"Soft {Random.Next(2)}" : null,
            Colors = colors,
            Sizes = sizes,
            Skus = [.. from color in colors from size in sizes where Chance(0.8) select Sku(color.Code, size.Name)],
            Prices = [.. Some(PriceTypes, 0).Select(Price)],
            Images = Images(colors),
            Categories = [.. Some(["5", "6"], 0)],
            Materials = [.. Some(["Cotton", "Wool"], 0)],
            Division = Chance(0.5) ? new Coded { Code = "W", Name = $"Women {Random.Next(2)}" } : null,
            CountryOfOrigin = Chance(0.5) ? "PT" : null,
            OrderMinimum = Chance(0.5) ? Random.Next(1, 4) : null,
            MadeToOrder = Chance(0.3) ? Chance(0.5) : null,
            Deliveries = [.. Some(Linesheets, 0).Select(code => Delivery(code, colors))],
        };
    }

    private ProductSku Sku(string color, string size) => new() { ColorCode = color, Size = size, Upc = Chance(0.8) ? $"UPC-{color}-{size}-{Random.Next(2)}" : null };

    private ProductPrice Price(JoorPriceType type) => new()
    {
        Currency = type.Currency!, Label = type.Name!, Wholesale = Random.Next(1, 4) + 0.50m, Retail = Chance(0.5) ? Random.Next(5, 8) + 0.0m : null,
    };

    private List<ProductImage> Images(List<ProductColor> colors)
    {
        var images = Some(["front", "back", "side"], 0).Select(name => Image(name, null, false)).ToList();
        images.AddRange(colors.Where(_ => Chance(0.4)).Select(color => Image($"model-{color.Code}", color.Code, false)));
        images.AddRange(colors.Where(_ => Chance(0.4)).Select(color => Image($"swatch-{color.Code}", color.Code, true)));
        return images;
    }

    private ProductImage Image(string name, string? color, bool isSwatch) => new()
    {
        Url = new Uri($"https://cdn.example/{name}.jpg"), ColorCode = color, IsSwatch = isSwatch ? true : null, Version = Chance(0.5) ? $"{Random.Next(2)}" : null,
    };

    private ProductDelivery Delivery(string code, List<ProductColor> colors) => new()
    {
        Code = code,
        Name = $"Linesheet {code} {Random.Next(2)}",
        SeasonCode = Chance(0.5) ? "S27" : null,
        SeasonYear = 2027,
        ShipStart = new DateOnly(2027, 1, 1 + Random.Next(3)),
        ShipEnd = new DateOnly(2027, 3, 1),
        DisplayOrder = Chance(0.5) ? Random.Next(1, 9) : null,
        HiddenColors = colors.Count > 1 && Chance(0.4) ? [colors[0].Code] : [],
        IsDropped = Chance(0.2) ? true : null,
    };

    private List<T> Some<T>(IReadOnlyList<T> all, int atLeast)
    {
        var shuffled = all.OrderBy(_ => Random.Next()).ToList();
        return shuffled[..Random.Next(atLeast, all.Count + 1)];
    }
}
