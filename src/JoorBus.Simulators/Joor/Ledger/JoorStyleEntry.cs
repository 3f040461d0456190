namespace JoorBus.Simulators.Joor;

/// <summary>A style of v2, which is a product of v4.</summary>
public sealed record JoorStyleEntry
{
    public required string StyleId { get; init; }

    public required string Number { get; init; }

    public required string Identifier { get; init; }

    public required string Name { get; init; }

    public string Description { get; init; } = "";

    public string? ExternalId { get; init; }

    public required bool IsDeleted { get; init; }

    /// <summary>Colours, also those that are deleted or inactive.</summary>
    public IReadOnlyList<JoorTraitEntry> Colors { get; init; } = [];

    /// <summary>Sizes, also those that are deleted or inactive.</summary>
    public IReadOnlyList<JoorTraitEntry> Sizes { get; init; } = [];

    public required IReadOnlyList<JoorSkuEntry> Skus { get; init; }

    public required IReadOnlyList<JoorImageEntry> Images { get; init; }

    /// <summary>Prices of the style as a whole, which v2 writes; v4 prices its SKUs alone.</summary>
    public IReadOnlyList<JoorPriceEntry> Prices { get; init; } = [];

    /// <summary>Linesheets it is on.</summary>
    public IReadOnlyList<JoorDeliveryEntry> Deliveries { get; init; } = [];

    /// <summary>Ids of categories, or names where none was sent.</summary>
    public IReadOnlyList<string> Categories { get; init; } = [];

    public IReadOnlyList<string> Materials { get; init; } = [];

    public IReadOnlyList<JoorTagEntry> Tags { get; init; } = [];

    /// <summary>Further single values: of v2 by the field's name, of v4 by the trait's.</summary>
    public IReadOnlyDictionary<string, string> Fields { get; init; } = new Dictionary<string, string>();

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset ModifiedAt { get; init; }
}

/// <summary>A colour or a size of a style.</summary>
public sealed record JoorTraitEntry(string Code, string Name, bool IsActive);

/// <summary>A tag of a style.</summary>
public sealed record JoorTagEntry(string? Group, string? Name, string? Value, string? Code);
