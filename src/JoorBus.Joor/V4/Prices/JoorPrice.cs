namespace JoorBus.Joor;

/// <summary>A price of one SKU under one price type (reference "create-prices"). Null is not written.</summary>
public sealed record JoorPrice
{
    /// <summary>JOOR's id; given by JOOR, required to update.</summary>
    public string? Id { get; init; }

    /// <summary>Required to create.</summary>
    public string? SkuId { get; init; }

    /// <summary>Required to create: by id, or by name and currency.</summary>
    public JoorPriceType? PriceType { get; init; }

    /// <summary>In the price type's currency, at least two decimals on the wire. Required.</summary>
    public decimal? Wholesale { get; init; }

    /// <summary>In the price type's retail currency.</summary>
    public decimal? Retail { get; init; }
}

/// <summary>A price type as set up in JOOR; currencies are ISO 4217.</summary>
public sealed record JoorPriceType
{
    public string? Id { get; init; }

    /// <summary>The label, such as "US Dollar".</summary>
    public string? Name { get; init; }

    public string? Currency { get; init; }

    public string? RetailCurrency { get; init; }
}
