using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Checking;

namespace JoorBus.Products.Planning;

/// <summary>A style as it is to be in JOOR, after checks and removals.</summary>
/// <remarks><c>Product</c> without the parts that cannot be sent, <c>Given</c> with them: JOOR keeps what it has of those.</remarks>
internal sealed record WantedProduct(Product Product, Product Given, CheckedProduct Checks)
{
    /// <summary>Images in order; pictures of a product of v4 have no colours. For one that cannot be sent, the one JOOR has from the same address.</summary>
    public IReadOnlyList<KnownImage> ImagesOver(IReadOnlyList<KnownImage> known, PlanInput input)
    {
        var images = new List<KnownImage>();
        foreach (var image in Given.Images)
        {
            var (color, isSwatch) = (input.Api == JoorApiVersion.V2 || image.IsSwatch == true ? image.ColorCode : null, image.IsSwatch == true);
            if (images.Exists(other => other.Url == image.Url && other.ColorCode == color && other.IsSwatch == isSwatch))
                continue;
            if (Product.Images.Contains(image))
                images.Add(new KnownImage { Url = image.Url, Version = image.Version, ColorCode = color, IsSwatch = isSwatch, FileName = ImageChecks.NameOf(image, input.Images.GetValueOrDefault(image.Url)) });
            else if (known.FirstOrDefault(other => other.Url == image.Url && other.ColorCode == color && other.IsSwatch == isSwatch) is { } kept)
                images.Add(kept);
        }
        return images;
    }
}
