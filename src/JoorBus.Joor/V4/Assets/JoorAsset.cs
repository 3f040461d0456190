namespace JoorBus.Joor;

/// <summary>A picture or video of a product (reference "create-product-assets"). JOOR fetches it from its address.</summary>
public sealed record JoorAsset
{
    /// <summary>Required.</summary>
    public required string ProductId { get; init; }

    public required JoorAssetType Type { get; init; }

    /// <summary>At most 100 characters. Required.</summary>
    public required string FileName { get; init; }

    /// <summary>Public address: .gif, .jpeg, .jpg or .png of at most 10 MB, .mp4 of at most 15 MB. Required.</summary>
    public required Uri SourceUrl { get; init; }

    /// <summary>The brand's own id, unique in the account.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Products only: place among the assets.</summary>
    public int? DisplayOrder { get; init; }

    /// <summary>Swatches of a colour only: the trait, "color" where nothing is given.</summary>
    public string TraitName { get; init; } = "color";

    /// <summary>Swatches of a colour only: the brand's code of the colour.</summary>
    public string? TraitValueExternalId { get; init; }
}

/// <summary>Kind of an asset.</summary>
public enum JoorAssetType
{
    Image,
    Swatch,

    /// <summary>One per product, and only where JOOR has switched it on.</summary>
    Video,
}

/// <summary>What JOOR tells about an asset it took; which fields there are is not documented.</summary>
public sealed record JoorStoredAsset
{
    public string? Id { get; init; }

    public string? ProductId { get; init; }

    public string? FileName { get; init; }

    public string? ExternalId { get; init; }
}
