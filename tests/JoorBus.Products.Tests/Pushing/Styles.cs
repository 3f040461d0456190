using JoorBus.Contracts.Products;

namespace JoorBus.Products.Tests.Pushing;

/// <summary>A style in two colours and three sizes.</summary>
internal static class Styles
{
    public static Product Dress(string number = "D-100", string name = "Dress", decimal wholesale = 50m) => new()
    {
        StyleNumber = number,
        Name = name,
        Description = "Light and long",
        Colors = [new ProductColor { Code = "001", Name = "Black" }, new ProductColor { Code = "100", Name = "White" }],
        Sizes = [new ProductSize { Name = "S" }, new ProductSize { Name = "M" }, new ProductSize { Name = "L" }],
        Skus = [new ProductSku { ColorCode = "001", Size = "M", Sku = $"{number}-001-M" }],
        Prices = [new ProductPrice { Label = "USD wholesale", Currency = "USD", Wholesale = wholesale, Retail = wholesale * 2 }],
    };
}
