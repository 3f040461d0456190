using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>A product of v4 with all that hangs on it.</summary>
public sealed record KnownCatalog
{
    /// <summary>JOOR's id of the product.</summary>
    public string? ProductId { get; init; }

    /// <summary>The body sent last, or the product as it was read.</summary>
    public required JoorProduct Content { get; init; }

    /// <summary>True when <see cref="Content"/> was read: it may hold more than was ever sent.</summary>
    public bool IsRead { get; init; }

    public IReadOnlyList<KnownSku> Skus { get; init; } = [];

    public IReadOnlyList<KnownPrice> Prices { get; init; } = [];

    public IReadOnlyList<KnownLinesheet> Linesheets { get; init; } = [];

    public IReadOnlyList<KnownImage> Images { get; init; } = [];
}

/// <summary>A colour (by code) in a size (by name).</summary>
public sealed record SkuKey(string ColorCode, string Size);

/// <summary>A SKU of v4: its content, which is compared, and JOOR's id.</summary>
public sealed record KnownSku
{
    /// <summary>JOOR's id.</summary>
    public string? Id { get; init; }

    public required SkuContent Content { get; init; }
}

/// <summary>What is sent of a SKU.</summary>
public sealed record SkuContent
{
    public required SkuKey Key { get; init; }

    public required string ColorName { get; init; }

    public required string SizeCode { get; init; }

    /// <summary>Place of the colour, from 1.</summary>
    public int ColorOrder { get; init; }

    /// <summary>Place of the size, from 1.</summary>
    public int SizeOrder { get; init; }

    public string? Upc { get; init; }

    /// <summary>The warehouse's own id.</summary>
    public string? Sku { get; init; }

    /// <summary>The colour is taken out of all orders.</summary>
    public bool IsColorInactive { get; init; }

    /// <summary>The size is taken out of all orders.</summary>
    public bool IsSizeInactive { get; init; }
}

/// <summary>A price of one SKU.</summary>
public sealed record KnownPrice
{
    /// <summary>JOOR's id of the price.</summary>
    public string? Id { get; init; }

    public required SkuKey Key { get; init; }

    public required string PriceTypeId { get; init; }

    public decimal Wholesale { get; init; }

    public decimal? Retail { get; init; }
}

/// <summary>A collection that the product is in.</summary>
public sealed record KnownLinesheet
{
    /// <summary>external_id of the collection, which is the delivery's code.</summary>
    public required string Code { get; init; }

    /// <summary>What was sent last of the collection and of the product in it; null when it was only read.</summary>
    public LinesheetContent? Content { get; init; }
}

/// <summary>What a style says about a collection and its own place in it.</summary>
public sealed record LinesheetContent
{
    public required string Name { get; init; }

    /// <summary>external_id or name of the season.</summary>
    public SeasonName? Season { get; init; }

    public DateOnly? ShipStart { get; init; }

    public DateOnly? ShipEnd { get; init; }

    /// <summary>Place in the collection.</summary>
    public int? OrderNumber { get; init; }

    /// <summary>The SKUs that are shown, ordered; null for all.</summary>
    public IReadOnlyList<SkuKey>? Shown { get; init; }
}

/// <summary>A season, found by its code, else by name and year.</summary>
public sealed record SeasonName(string? Code, string Name, int? Year);
