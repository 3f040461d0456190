using JoorBus.Contracts.Products;

namespace JoorBus.Products.Checking;

/// <summary>The style's own fields.</summary>
internal static class StyleChecks
{
    private const int NumberLength = 45;
    private const int IdentifierLength = 100;
    private const int NameLength = 100;
    private const int DescriptionLength = 500;

    public static Product Of(Product product, CheckContext context)
    {
        context.StopUnlessFits("style number", product.StyleNumber, NumberLength);
        context.StopUnlessFits("style identifier", product.StyleIdentifier ?? product.StyleNumber, IdentifierLength);
        context.StopUnlessFits("name", product.Name, NameLength);
        if (product.Description is { Length: > DescriptionLength } text)
        {
            context.LeaveOut(
                ProductParts.Description,
                $"{CheckContext.TooLong("description", text, DescriptionLength)} Shorten it; JOOR keeps the one it has.");
            product = product with { Description = null };
        }
        if (product.OrderMinimum is < 1)
        {
            context.LeaveOut(ProductParts.Minimum, $"The order minimum is {product.OrderMinimum}, JOOR takes 1 or more; JOOR keeps the one it has.");
            product = product with { OrderMinimum = null };
        }
        return product;
    }
}
