using JoorBus.Contracts;
using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>One style of v2. Names of its fields are known in part only (reference "create-styles"); null and empty are not written.</summary>
public sealed record JoorStyle
{
    /// <summary>JOOR's id; given by JOOR.</summary>
    public string? StyleId { get; init; }

    public string? Name { get; init; }

    /// <summary>Required to create.</summary>
    public string? Number { get; init; }

    /// <summary>Unique key, often equal to the number. Required to create.</summary>
    public string? Identifier { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<JoorStylePrice> Prices { get; init; } = [];

    public IReadOnlyList<JoorStyleColor> Colors { get; init; } = [];

    public IReadOnlyList<JoorStyleSize> Sizes { get; init; } = [];

    public IReadOnlyList<JoorStyleUpc> Upcs { get; init; } = [];

    /// <summary>Linesheets the style is in.</summary>
    public IReadOnlyList<JoorStyleDelivery> Deliveries { get; init; } = [];

    /// <summary>What <see cref="Deliveries"/> do to the linesheets the style is in already; null leaves it to JOOR (1).</summary>
    public JoorDeliveryOverwrite? DeliveryOverwrite { get; init; }

    public IReadOnlyList<JoorCategory> Categories { get; init; } = [];

    public IReadOnlyList<string> Materials { get; init; } = [];

    /// <summary>Tags; they must exist in JOOR. Spelt as in orders, which is inferred.</summary>
    public IReadOnlyList<JoorStyleTag> Tags { get; init; } = [];

    public bool? MadeToOrder { get; init; }

    public Coded? Division { get; init; }

    public Coded? Fabrication { get; init; }

    public Coded? Silhouette { get; init; }

    public string? CountryOfOrigin { get; init; }

    public string? Measurements { get; init; }

    /// <summary>Fewest units of an order.</summary>
    public int? Minimum { get; init; }

    /// <summary>Write only: lists that are written although they are empty, to empty them in JOOR.</summary>
    public JoorStyleLists Clears { get; init; }

    /// <summary>Read only; images are sent through <see cref="JoorImages"/>.</summary>
    public IReadOnlyList<JoorStyleImage> Images { get; init; } = [];

    /// <summary>Read only.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>Read only.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Read only.</summary>
    public bool IsDeleted { get; init; }
}

/// <summary>A price under a price label; label and currency are those of JOOR's price types.</summary>
public sealed record JoorStylePrice
{
    public string? Label { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? RetailCurrency { get; init; }

    public decimal? Wholesale { get; init; }

    public decimal? Retail { get; init; }
}

/// <summary>A colour of a style; <see cref="StyleColorId"/> is JOOR's.</summary>
public sealed record JoorStyleColor
{
    public string? Name { get; init; }

    public string? Code { get; init; }

    public string? StyleColorId { get; init; }
}

/// <summary>A size of a style.</summary>
public sealed record JoorStyleSize
{
    public string? Name { get; init; }

    public string? Code { get; init; }
}

/// <summary>The UPC of one colour and size.</summary>
public sealed record JoorStyleUpc
{
    public string? Upc { get; init; }

    public string? ColorCode { get; init; }

    public string? SizeName { get; init; }
}

/// <summary>A linesheet.</summary>
public sealed record JoorStyleDelivery
{
    public string? Name { get; init; }

    public string? Code { get; init; }

    /// <summary>date_delivery_start.</summary>
    public DateOnly? ShipStart { get; init; }

    /// <summary>date_delivery_end.</summary>
    public DateOnly? ShipEnd { get; init; }

    public string? SeasonName { get; init; }

    public int? SeasonYear { get; init; }

    public string? SeasonCode { get; init; }

    /// <summary>Place of the style on the linesheet.</summary>
    public int? DisplayOrder { get; init; }

    public bool? IsPublic { get; init; }

    /// <summary>Colours not shown on this linesheet ("color exclusions"; where they stand in the body is inferred).</summary>
    public IReadOnlyList<JoorStyleColor> HiddenColors { get; init; } = [];
}

/// <summary>Lists of a style that can be emptied.</summary>
[Flags]
public enum JoorStyleLists
{
    None = 0,
    Categories = 1,
    Materials = 2,
    Tags = 4,
}

/// <summary>A stored image; JOOR puts random letters into the filename.</summary>
public sealed record JoorStyleImage
{
    public string? FileName { get; init; }

    public string? UploadId { get; init; }

    public string? ColorCode { get; init; }

    public bool IsSwatch { get; init; }

    public int? DisplayOrder { get; init; }
}

/// <summary>Parameter delivery_overwrite (reference "create-styles").</summary>
public enum JoorDeliveryOverwrite
{
    /// <summary>The style's linesheets become those listed.</summary>
    Replace = 1,

    /// <summary>The same, and linesheets made by hand stay.</summary>
    ReplaceButKeepManual = 2,

    /// <summary>Only adds.</summary>
    Add = 3,

    /// <summary>Takes the style out of those listed.</summary>
    Remove = 4,
}
