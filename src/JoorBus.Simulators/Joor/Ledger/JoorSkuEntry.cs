namespace JoorBus.Simulators.Joor;

/// <summary>A style in one colour and size.</summary>
public sealed record JoorSkuEntry
{
    /// <summary>v4's id.</summary>
    public required string Sku { get; init; }

    public string? Upc { get; init; }

    public required string StyleNumber { get; init; }

    public required string StyleIdentifier { get; init; }

    public required string ColorCode { get; init; }

    public required string Size { get; init; }

    public string? ExternalId { get; init; }

    public required bool IsActive { get; init; }

    public IReadOnlyList<JoorPriceEntry> Prices { get; init; } = [];

    internal static JoorSkuEntry Of(CatalogSku sku) => new()
    {
        Sku = sku.Id,
        Upc = sku.Upc,
        StyleNumber = sku.Style.Number,
        StyleIdentifier = sku.Style.Identifier,
        ColorCode = sku.Color.Code,
        Size = sku.Size.Name,
        ExternalId = sku.ExternalId,
        IsActive = sku.IsActive,
        Prices = [.. sku.Prices.Select(JoorPriceEntry.Of)],
    };
}

/// <summary>A price of a style or of an item.</summary>
public sealed record JoorPriceEntry(string Label, string Currency, decimal Wholesale, decimal? Retail)
{
    internal static JoorPriceEntry Of(CatalogPrice price) => new(price.Type.Label, price.Type.Currency, price.Wholesale, price.Retail);
}
