namespace JoorBus.Contracts.Products;

/// <summary>A colour of a style.</summary>
public sealed record ProductColor
{
    /// <summary>The brand's own code, 1 to 100 characters; JOOR recommends three digits.</summary>
    public required string Code { get; init; }

    /// <summary>Name people read.</summary>
    public required string Name { get; init; }
}

/// <summary>A size of a style.</summary>
public sealed record ProductSize
{
    /// <summary>Name people read, such as M or 34; unique in the style.</summary>
    public required string Name { get; init; }

    /// <summary>The brand's own code, at most 25 characters; default the name.</summary>
    public string? Code { get; init; }
}

/// <summary>A colour in a size.</summary>
public sealed record ProductSku
{
    /// <summary>Code of one of the style's colours.</summary>
    public required string ColorCode { get; init; }

    /// <summary>Name of one of the style's sizes.</summary>
    public required string Size { get; init; }

    /// <summary>UPC.</summary>
    public string? Upc { get; init; }

    /// <summary>The warehouse's own id of the item.</summary>
    public string? Sku { get; init; }
}

/// <summary>A price of a style. Amounts are of the currency's units, 0 or more.</summary>
public sealed record ProductPrice
{
    /// <summary>Label of the price type in JOOR, exactly.</summary>
    public required string Label { get; init; }

    /// <summary>Currency of the wholesale price, ISO 4217, three letters.</summary>
    public required string Currency { get; init; }

    /// <summary>Wholesale price of one unit.</summary>
    public required decimal Wholesale { get; init; }

    /// <summary>Suggested retail price of one unit.</summary>
    public decimal? Retail { get; init; }

    /// <summary>Currency of the retail price; default <see cref="Currency"/>.</summary>
    public string? RetailCurrency { get; init; }
}

/// <summary>A picture at an address that JOOR can reach: JPEG or PNG.</summary>
public sealed record ProductImage
{
    /// <summary>Public http or https address.</summary>
    public required Uri Url { get; init; }

    /// <summary>Name of the file, at most 69 characters; default the last part of the address.</summary>
    public string? FileName { get; init; }

    /// <summary>Code of the colour it shows; null for the style as a whole.</summary>
    public string? ColorCode { get; init; }

    /// <summary>True for the colour's swatch, which needs the colour.</summary>
    public bool? IsSwatch { get; init; }

    /// <summary>Changes when the picture behind the same address does, such as a hash or a date.</summary>
    public string? Version { get; init; }
}

/// <summary>A tag of a style.</summary>
public sealed record ProductTag
{
    /// <summary>Group, in JOOR's words.</summary>
    public string? Group { get; init; }

    /// <summary>Name.</summary>
    public required string Name { get; init; }

    /// <summary>Value.</summary>
    public string? Value { get; init; }

    /// <summary>Code of the value.</summary>
    public string? Code { get; init; }
}

/// <summary>A linesheet by season and delivery.</summary>
public sealed record ProductDelivery
{
    /// <summary>The brand's own code of the delivery, unique in the account.</summary>
    public required string Code { get; init; }

    /// <summary>Name of the linesheet.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the season, such as S27.</summary>
    public string? SeasonCode { get; init; }

    /// <summary>Name of the season; default its code.</summary>
    public string? SeasonName { get; init; }

    /// <summary>Year of the season, 2000 to 2100.</summary>
    public int? SeasonYear { get; init; }

    /// <summary>First day of shipping; without first and last day the delivery is immediate.</summary>
    public DateOnly? ShipStart { get; init; }

    /// <summary>Last day of shipping, not before the first.</summary>
    public DateOnly? ShipEnd { get; init; }

    /// <summary>Place of the style on the linesheet, from 1.</summary>
    public int? DisplayOrder { get; init; }

    /// <summary>Codes of colours that are not shown on this linesheet.</summary>
    public IReadOnlyList<string> HiddenColors { get; init; } = [];

    /// <summary>True takes the style off this linesheet (a drop).</summary>
    public bool? IsDropped { get; init; }
}
