using JoorBus.Contracts.Products;

namespace JoorBus.Products.Checking;

/// <summary>Names of a style's parts, as people read them in refusals.</summary>
public static class ProductParts
{
    public const string Style = "style";
    public const string Description = "description";
    public const string Minimum = "order minimum";

    public static string Price(ProductPrice price) => $"price {price.Currency} {price.Label}";

    public static string Retail(ProductPrice price) => $"retail price {price.Currency} {price.Label}";

    public static string Image(Uri url) => $"image {url}";

    public static string Delivery(string code) => $"delivery {code}";

    public static string Sku(ProductSku sku) => $"SKU {sku.ColorCode}/{sku.Size}";
}
