using JoorBus.Contracts.Products;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Comparing;

/// <summary>Where a style in JOOR is not as the brand has it. Colours, sizes and linesheets of people's making may be more.</summary>
internal static class ProductDifferences
{
    public static IReadOnlyList<string> Of(Product product, JoorStyleEntry style, ProductRules rules) =>
    [
        .. Text("name", product.Name, style.Name),
        .. Text("number", product.StyleNumber, style.Number),
        .. Text("description", product.Description ?? "", style.Description),
        .. product.Colors.Where(color => !style.Colors.Any(known => known.IsActive && known.Code == color.Code && known.Name == color.Name)).Select(color => $"color {color.Code} {color.Name} is missing"),
        .. product.Sizes.Where(size => !style.Sizes.Any(known => known.IsActive && known.Name == size.Name)).Select(size => $"size {size.Name} is missing"),
        .. product.Skus.Where(sku => sku.Upc is not null && Held(style, sku)?.Upc != sku.Upc).Select(sku => $"UPC of {sku.ColorCode}/{sku.Size} is {Held(style, sku)?.Upc ?? "missing"} instead of {sku.Upc}"),
        .. product.Prices.Where(rules.IsPriceSent).SelectMany(price => Prices(price, style)),
        .. rules.SendsDeliveries ? Deliveries(product, style) : [],
        .. rules.SendsImages ? product.Images.Where(image => !style.Images.Any(known => IsSame(image, known))).Select(image => $"image {image.Url} is missing") : [],
    ];

    private static IEnumerable<string> Text(string name, string should, string has) => should == has ? [] : [$"{name} is '{has}' instead of '{should}'"];

    private static JoorSkuEntry? Held(JoorStyleEntry style, ProductSku sku) =>
        style.Skus.FirstOrDefault(known => known.IsActive && known.ColorCode == sku.ColorCode && known.Size == sku.Size);

    // v2 prices styles, v4 SKUs: an order takes the price of the SKU.
    private static IEnumerable<string> Prices(ProductPrice price, JoorStyleEntry style)
    {
        var unlike = style.Skus.Count(sku => sku.IsActive && !sku.Prices.Any(known =>
            known.Label == price.Label && known.Currency == price.Currency && known.Wholesale == price.Wholesale && (price.Retail is null || known.Retail == price.Retail)));
        return unlike == 0 ? [] : [$"price {price.Currency} {price.Label} of {unlike} SKUs is not {price.Wholesale}/{price.Retail}"];
    }

    private static IEnumerable<string> Deliveries(Product product, JoorStyleEntry style)
    {
        var wanted = product.Deliveries.Where(delivery => delivery.IsDropped != true).ToList();
        foreach (var delivery in wanted)
        {
            if (style.Deliveries.FirstOrDefault(known => known.Code == delivery.Code) is not { } known)
                yield return $"linesheet {delivery.Code} is missing";
            else if (!IsSame(delivery, known))
                yield return $"linesheet {delivery.Code} is {known}";
        }
        foreach (var known in style.Deliveries.Where(known => !known.IsManual && !wanted.Exists(delivery => delivery.Code == known.Code)))
            yield return $"linesheet {known.Code} is one too many";
    }

    private static bool IsSame(ProductDelivery delivery, JoorDeliveryEntry known) =>
        delivery.Name == known.Name && delivery.ShipStart == known.ShipStart && delivery.ShipEnd == known.ShipEnd
        && (delivery.SeasonCode ?? "") == (known.SeasonCode ?? "") && (delivery.DisplayOrder is null || delivery.DisplayOrder == known.DisplayOrder)
        && delivery.HiddenColors.Order().SequenceEqual(known.HiddenColors.Order());

    private static bool IsSame(ProductImage image, JoorImageEntry known) =>
        image.Url.ToString() == known.Url && image.ColorCode == known.ColorCode && image.IsSwatch == true == known.IsSwatch;
}
