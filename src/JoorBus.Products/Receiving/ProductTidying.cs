using JoorBus.Contracts.Products;
using JoorBus.Messaging.Failing;

namespace JoorBus.Products.Receiving;

/// <summary>One spelling of equal styles: keys trimmed and filled in, no list null, no element without what names it.</summary>
internal static class ProductTidying
{
    private const int MostElements = 2000;

    public static (string Number, string Style) Key(string? styleNumber, string? styleIdentifier)
    {
        var number = Text(styleNumber, "styleNumber", 45);
        return (number, string.IsNullOrWhiteSpace(styleIdentifier) ? number : Text(styleIdentifier, "styleIdentifier", 100));
    }

    public static Product Tidy(Product product)
    {
        var (number, style) = Key(product.StyleNumber, product.StyleIdentifier);
        return product with
        {
            StyleNumber = number,
            StyleIdentifier = style,
            Name = Named(product.Name, "name"),
            Colors = All(product.Colors, "colors", (color, at) => color with { Code = Named(color.Code, $"{at}.code"), Name = Named(color.Name, $"{at}.name") }),
            Sizes = All(product.Sizes, "sizes", (size, at) => size with { Name = Named(size.Name, $"{at}.name") }),
            Skus = All(product.Skus, "skus", (sku, at) => sku with { ColorCode = Named(sku.ColorCode, $"{at}.colorCode"), Size = Named(sku.Size, $"{at}.size") }),
            Prices = All(product.Prices, "prices", (price, at) => price with { Label = Named(price.Label, $"{at}.label"), Currency = Named(price.Currency, $"{at}.currency") }),
            Images = All(product.Images, "images", (image, at) => image with { Url = image.Url ?? throw Missing($"{at}.url") }),
            Categories = All(product.Categories, "categories", Named),
            Tags = All(product.Tags, "tags", (tag, at) => tag with { Name = Named(tag.Name, $"{at}.name") }),
            Materials = All(product.Materials, "materials", Named),
            Deliveries = All(product.Deliveries, "deliveries", (delivery, at) => delivery with
            {
                Code = Named(delivery.Code, $"{at}.code"),
                Name = Named(delivery.Name, $"{at}.name"),
                HiddenColors = All(delivery.HiddenColors, $"{at}.hiddenColors", Named),
            }),
        };
    }

    private static IReadOnlyList<T> All<T>(IReadOnlyList<T>? list, string name, Func<T, string, T> tidy)
        where T : class =>
        list is null ? []
        : list.Count > MostElements ? throw Refusal.Because($"{name} has {list.Count} elements; at most {MostElements} are taken")
        : [.. list.Select((element, at) => tidy(element ?? throw Missing($"{name}[{at}]"), $"{name}[{at}]"))];

    private static string Text(string? value, string name, int longest)
    {
        var text = Named(value, name);
        return text.Length > longest ? throw Refusal.Because($"{name} '{text}' has {text.Length} characters; JOOR takes at most {longest}")
            : text.Contains('\0') ? throw Refusal.Because($"{name} holds a NUL character; leave it out")
            : text;
    }

    private static string Named(string? value, string name) => string.IsNullOrWhiteSpace(value) ? throw Missing(name) : value.Trim();

    private static RefusedMessageException Missing(string name) => Refusal.Because($"{name} is missing or empty");
}
