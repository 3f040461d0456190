using JoorBus.Contracts.Products;

namespace JoorBus.Products.Checking;

/// <summary>Images and swatches: address, name, type and size.</summary>
internal static class ImageChecks
{
    private static readonly string[] Extensions = [".jpg", ".jpeg", ".png"];
    private static readonly string[] Others = [".gif", ".webp", ".tif", ".tiff", ".bmp", ".svg", ".heic", ".avif", ".pdf", ".psd", ".mp4", ".mov"];
    private static readonly string[] MediaTypes = ["image/jpeg", "image/jpg", "image/png"];

    // What servers say when they do not know.
    private static readonly string[] Unsaid = ["application/octet-stream", "binary/octet-stream"];

    public static Product Of(Product product, CheckContext context)
    {
        var colors = product.Colors.Select(color => color.Code).ToHashSet();
        var slots = new HashSet<(string, bool)>();
        var urls = new HashSet<(Uri, string?, bool)>();
        var left = new List<ProductImage>();
        foreach (var image in product.Images)
        {
            if ((Fault(image, colors, context) ?? Double(image, slots, urls, context)) is { } sentence)
                context.LeaveOut(ProductParts.Image(image.Url), sentence);
            else
                left.Add(image);
        }
        return product with { Images = left };
    }

    /// <summary>The name it is sent under; JOOR wants one that ends like a picture.</summary>
    public static string NameOf(ProductImage image, ImageFacts? facts)
    {
        if (image.FileName is { } given)
            return given;
        var name = Uri.UnescapeDataString(image.Url.AbsolutePath.Split('/')[^1]);
        return name.Length == 0 || IsPicture(name) ? name : $"{name}{("image/png".Equals(facts?.MediaType, StringComparison.OrdinalIgnoreCase) ? ".png" : ".jpg")}";
    }

    private static bool IsPicture(string name) => Extensions.Contains(Path.GetExtension(name), StringComparer.OrdinalIgnoreCase);

    private static string? Fault(ProductImage image, HashSet<string> colors, CheckContext context)
    {
        if (!image.Url.IsAbsoluteUri || image.Url.Scheme is not ("http" or "https"))
            return $"The image's address {image.Url} is no http or https address; JOOR fetches images from public addresses.";
        var (what, most) = ($"image {image.Url}", context.IsV4 ? 100 : 69);
        if (Path.GetExtension(image.Url.AbsolutePath) is var extension && Others.Contains(extension, StringComparer.OrdinalIgnoreCase))
            return $"The {what} ends in {extension}, JOOR takes .jpg, .jpeg and .png; give it as one of these.";
        var name = NameOf(image, context.Image(image.Url));
        if (!IsPicture(name) && name.Length > 0)
            return $"The file name '{CheckContext.Short(name)}' of {what} does not end in .jpg, .jpeg or .png; name it so.";
        if (name.Length == 0 || name.Length > most)
            return $"The file name of {what} has {name.Length} characters, JOOR takes 1 to {most}; give it a shorter file name.";
        if (image.IsSwatch == true && image.ColorCode is null)
            return $"The swatch {image.Url} names no colour; give the code of the colour.";
        if (image.ColorCode is { } code && !colors.Contains(code))
            return $"The {what} names colour {code}, the style has {CheckContext.Listed(colors)}; name one of them.";
        return context.Image(image.Url) is { } facts ? Fault(what, facts, context.IsV4 ? 10 : 4) : null;
    }

    private static string? Fault(string what, ImageFacts facts, int megabytes)
    {
        if (facts.Trouble is { } trouble)
            return $"The {what} could not be read: it {trouble}; make it readable for everyone.";
        if (facts.MediaType is { } type && !MediaTypes.Contains(type, StringComparer.OrdinalIgnoreCase) && !Unsaid.Contains(type, StringComparer.OrdinalIgnoreCase))
            return $"The {what} is {type}, JOOR takes image/jpeg and image/png; give it as one of these.";
        return facts.Length > (long)megabytes << 20
            ? $"The {what} has {CheckContext.Number(facts.Length.Value)} bytes, JOOR takes at most {CheckContext.Number((long)megabytes << 20)} ({megabytes} MB); make it smaller."
            : null;
    }

    private static string? Double(ProductImage image, HashSet<(string, bool)> slots, HashSet<(Uri, string?, bool)> urls, CheckContext context)
    {
        var isSwatch = image.IsSwatch == true;
        if (!urls.Add((image.Url, image.ColorCode, isSwatch)))
            return $"The image {image.Url} is given twice; the first counts, leave the other out.";
        if (image.ColorCode is not { } color || (context.IsV4 && !isSwatch) || slots.Add((color, isSwatch)))
            return null;
        return $"Colour {color} has more than one {(isSwatch ? "swatch" : "image")}, JOOR takes one; the first counts, leave {image.Url} out or give it without colour.";
    }
}
