using JoorBus.Contracts.Products;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Wms;

/// <summary>What a brand does to its styles.</summary>
internal static class WmsProductChanges
{
    // Beyond the numbers of seeded items.
    private const int FirstUpc = 50_000_000;
    private const int UpcsPerChange = 100;

    /// <summary>Alike for all styles, as in JOOR one linesheet is for many.</summary>
    public static IReadOnlyList<ProductDelivery> Linesheets { get; } =
    [
        new() { Code = "F27-1", Name = "Fall 1", SeasonCode = "F27", SeasonName = "FALL 2027", SeasonYear = 2027, ShipStart = new(2027, 8, 1), ShipEnd = new(2027, 8, 31) },
        new() { Code = "F27-2", Name = "Fall 2", SeasonCode = "F27", SeasonName = "FALL 2027", SeasonYear = 2027, ShipStart = new(2027, 9, 1), ShipEnd = new(2027, 10, 15) },
        new() { Code = "H27", Name = "Holiday", SeasonCode = "H27", SeasonName = "HOLIDAY 2027", SeasonYear = 2027, ShipStart = new(2027, 11, 1), ShipEnd = new(2027, 11, 30) },
        new() { Code = "ATS", Name = "At once", SeasonCode = "F27", SeasonName = "FALL 2027", SeasonYear = 2027 },
    ];

    public static Product Reprice(Product product, int which, decimal wholesale) => product with
    {
        Prices = [.. product.Prices.Select((price, index) => index == which ? price with { Wholesale = wholesale, Retail = wholesale * 2.5m } : price)],
    };

    /// <summary>On this linesheet, at this place; where it was before it stays otherwise.</summary>
    public static Product PutOn(Product product, int which, int place, bool hidesAColor)
    {
        var delivery = Linesheets[which] with { DisplayOrder = place, HiddenColors = hidesAColor && product.Colors.Count > 1 ? [product.Colors[0].Code] : [] };
        return product with { Deliveries = [.. product.Deliveries.Where(known => known.Code != delivery.Code), delivery] };
    }

    public static Product AddColor(Product product, int number)
    {
        var color = new ProductColor { Code = $"N{number}", Name = $"New {number}" };
        return product with
        {
            Colors = [.. product.Colors, color],
            Skus = [.. product.Skus, .. product.Sizes.Select((size, index) => Sku(product, color, size, number, index))],
        };
    }

    public static Product AddSize(Product product, int number)
    {
        var size = new ProductSize { Name = $"Size {number}", Code = $"S{number}" };
        return product with
        {
            Sizes = [.. product.Sizes, size],
            Skus = [.. product.Skus, .. product.Colors.Select((color, index) => Sku(product, color, size, number, index))],
        };
    }

    private static ProductSku Sku(Product product, ProductColor color, ProductSize size, int number, int index) => new()
    {
        ColorCode = color.Code,
        Size = size.Name,
        Upc = Upc.Of(FirstUpc + (number * UpcsPerChange) + index),
        Sku = WmsCatalog.SkuOf(product.StyleNumber, color.Code, size.Code ?? size.Name),
    };
}
