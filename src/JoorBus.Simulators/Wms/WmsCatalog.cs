using JoorBus.Contracts.Inventory;
using JoorBus.Contracts.Products;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Wms;

/// <summary>Styles and items of a brand, as its warehouse knows them: those a JOOR account of the same size begins with.</summary>
public static class WmsCatalog
{
    /// <summary>An item for each style, colour and size.</summary>
    public static IReadOnlyList<StockItem> Items(JoorCatalogSeed seed) =>
        [.. All(seed).Select(item => new StockItem
        {
            Sku = SkuOf(item.StyleNumber, item.Color.Code!, item.Size.Code!),
            Upc = item.Upc,
            StyleNumber = item.StyleNumber,
            StyleIdentifier = item.StyleNumber,
            Color = item.Color,
            Size = item.Size,
        })];

    /// <summary>The styles, priced in each of JOOR's usual price types.</summary>
    public static IReadOnlyList<Product> Products(JoorCatalogSeed seed) => [.. All(seed).GroupBy(item => item.Style).Select(style => Product([.. style]))];

    internal static string SkuOf(string style, string color, string size) => $"{style}-{color}-{size}";

    private static IEnumerable<SeededItem> All(JoorCatalogSeed seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(seed.Styles, 1);
        var items = new SeededItems(seed);
        return Enumerable.Range(0, items.Count).Select(number => items[number]);
    }

    private static Product Product(IReadOnlyList<SeededItem> items) => new()
    {
        StyleNumber = items[0].StyleNumber,
        Name = items[0].StyleName,
        Colors = [.. items.DistinctBy(item => item.Color.Code).Select(item => new ProductColor { Code = item.Color.Code!, Name = item.Color.Name! })],
        Sizes = [.. items.DistinctBy(item => item.Size.Code).Select(item => new ProductSize { Name = item.Size.Name!, Code = item.Size.Code })],
        Skus = [.. items.Select(item => new ProductSku
        {
            ColorCode = item.Color.Code!,
            Size = item.Size.Name!,
            Upc = item.Upc,
            Sku = SkuOf(item.StyleNumber, item.Color.Code!, item.Size.Code!),
        })],
        Prices = [.. JoorSimulatorPriceType.Usual.Select(type => new ProductPrice
        {
            Label = type.Label,
            Currency = type.Currency,
            Wholesale = items[0].Wholesale,
            Retail = items[0].Wholesale * 2.5m,
        })],
    };
}
