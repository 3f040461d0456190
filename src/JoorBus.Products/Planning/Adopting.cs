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

    /// <summary>Whether a reading changed what is known.</summary>
    public static bool HasDrifted(KnownProduct before, KnownProduct after) => !JsonMatch.AreEqual(before with { MustBeRead = false }, after);
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
