namespace JoorBus.Contracts.Products;

/// <summary>A style as the brand's system knows it, whole: what is missing here is not in JOOR either, except where a property says otherwise.</summary>
public sealed record Product
{
    /// <summary>Style number, 1 to 45 characters.</summary>
    public required string StyleNumber { get; init; }

    /// <summary>Unique key of the style, at most 100 characters; default the style number.</summary>
    public string? StyleIdentifier { get; init; }

    /// <summary>1 to 100 characters.</summary>
    public required string Name { get; init; }

    /// <summary>At most 500 characters.</summary>
    public string? Description { get; init; }

    /// <summary>Colours; at least one where there are sizes.</summary>
    public IReadOnlyList<ProductColor> Colors { get; init; } = [];

    /// <summary>Sizes, in the order people see them.</summary>
    public IReadOnlyList<ProductSize> Sizes { get; init; } = [];

    /// <summary>UPC and SKU of each colour and size. A pair without one is sold all the same; JOOR knows every colour in every size.</summary>
    public IReadOnlyList<ProductSku> Skus { get; init; } = [];

    /// <summary>Prices; currency and label together name a price type of the JOOR account, exactly.</summary>
    public IReadOnlyList<ProductPrice> Prices { get; init; } = [];

    /// <summary>Images and swatches, in the order people see them.</summary>
    public IReadOnlyList<ProductImage> Images { get; init; } = [];

    /// <summary>JOOR's categories, by name or id.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Tags; they must exist in JOOR.</summary>
    public IReadOnlyList<ProductTag> Tags { get; init; } = [];

    /// <summary>Materials.</summary>
    public IReadOnlyList<string> Materials { get; init; } = [];

    /// <summary>Linesheets (collections) the style is on, by season and delivery.</summary>
    public IReadOnlyList<ProductDelivery> Deliveries { get; init; } = [];

    /// <summary>Division.</summary>
    public Coded? Division { get; init; }

    /// <summary>Fabrication.</summary>
    public Coded? Fabrication { get; init; }

    /// <summary>Silhouette.</summary>
    public Coded? Silhouette { get; init; }

    /// <summary>Country of origin.</summary>
    public string? CountryOfOrigin { get; init; }

    /// <summary>Measurements, as text.</summary>
    public string? Measurements { get; init; }

    /// <summary>Fewest units of an order, 1 or more.</summary>
    public int? OrderMinimum { get; init; }

    /// <summary>True when the style is made to order.</summary>
    public bool? MadeToOrder { get; init; }

    /// <summary>True keeps the style out of every marketplace.</summary>
    public bool? SkipPush { get; init; }

    /// <summary>True keeps the style out of JOOR only.</summary>
    public bool? SkipJoor { get; init; }
}
