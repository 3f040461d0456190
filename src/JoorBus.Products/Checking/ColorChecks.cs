using JoorBus.Contracts.Products;

namespace JoorBus.Products.Checking;

/// <summary>Colours and sizes: without sound ones nothing of a style makes sense in JOOR.</summary>
internal static class ColorChecks
{
    private const int ColorCodeLength = 100;
    private const int SizeCodeLength = 25;

    public static Product Of(Product product, CheckContext context)
    {
        foreach (var color in product.Colors)
        {
            context.StopUnlessFits($"code of colour '{color.Name}'", color.Code, ColorCodeLength);
            if (string.IsNullOrWhiteSpace(color.Name))
                context.Stop($"The name of colour {color.Code} is missing; give one.");
        }
        foreach (var size in product.Sizes)
        {
            if (string.IsNullOrWhiteSpace(size.Name))
                context.Stop("A size has no name; give one.");
            if (size.Code is { Length: > SizeCodeLength } code)
                context.Stop($"{CheckContext.TooLong($"code of size {size.Name}", code, SizeCodeLength)} Shorten it.");
        }
        foreach (var code in Doubles(product.Colors, color => color.Code))
            context.Stop($"Colour code {code} is given twice; give each colour its own.");
        foreach (var name in Doubles(product.Sizes, size => size.Name))
            context.Stop($"Size {name} is given twice; give each size once.");
        if (product.Sizes.Count > 0 && product.Colors.Count == 0)
            context.Stop("The style has sizes and no colour; JOOR needs at least one colour, such as code 000 'One colour'.");
        return product;
    }

    private static IEnumerable<string> Doubles<T>(IEnumerable<T> items, Func<T, string> key) =>
        items.GroupBy(key).Where(group => group.Count() > 1).Select(group => group.Key);
}
