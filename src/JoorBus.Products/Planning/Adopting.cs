using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>What is known once JOOR was read: what was sent stays known unless what was read speaks against it; that was drift, and is planned anew.</summary>
public static class Adopting
{
    /// <summary>v2: <paramref name="read"/> is null when JOOR holds no such style.</summary>
    public static KnownProduct Adopt(this KnownProduct known, JoorStyle? read) => known with
    {
        MustBeRead = false,
        Style = read is null or { IsDeleted: true } ? null : StyleAdopting.Of(known.Style, read),
    };

    /// <summary>v4: the product with its SKUs, their prices, and all collections of the account; null when JOOR holds no such product.</summary>
    public static KnownProduct Adopt(this KnownProduct known, ReadProduct? read) => known with
    {
        MustBeRead = false,
        Catalog = read is null ? null : CatalogAdopting.Of(known.Catalog, read),
    };

    /// <summary>Whether a reading showed that JOOR lost or changed something that was sent. What people added is no drift.</summary>
    public static bool HasDrifted(KnownProduct before, KnownProduct after) =>
        (before.Style is { } style && HasDrifted(style, after.Style)) || (before.Catalog is { } catalog && HasDrifted(catalog, after.Catalog, before.OwnLinesheets));

    private static bool HasDrifted(KnownStyle before, KnownStyle? after) =>
        after is null || (after.IsRead && !before.IsRead) || HasLost(before.Images, after.Images);

    private static bool HasDrifted(KnownCatalog before, KnownCatalog? after, IReadOnlyList<string> own) =>
        after is null || (after.IsRead && !before.IsRead) || HasLost(before.Images, after.Images)
        || before.Skus.Except(after.Skus).Any() || before.Prices.Except(after.Prices).Any()
        || before.Linesheets.Select(linesheet => linesheet.Code).Intersect(own).Except(after.Linesheets.Select(linesheet => linesheet.Code)).Any();

    private static bool HasLost(IReadOnlyList<KnownImage> before, IReadOnlyList<KnownImage> after) =>
        before.Any(image => image.Url is not null && !after.Any(other => ImageLinks.IsSamePlace(other, image) && ImageLinks.IsSamePicture(other, image)));
}

/// <summary>A product of v4 as read.</summary>
public sealed record ReadProduct
{
    public required JoorProduct Product { get; init; }

    public required IReadOnlyList<JoorSku> Skus { get; init; }

    public required IReadOnlyList<JoorPrice> Prices { get; init; }

    /// <summary>Of the whole account; null when they were not read.</summary>
    public IReadOnlyList<JoorCollection>? Collections { get; init; }
}
