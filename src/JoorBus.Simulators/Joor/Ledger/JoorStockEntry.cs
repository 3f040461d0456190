namespace JoorBus.Simulators.Joor;

/// <summary>Stock of one item in one warehouse for one date, as last written.</summary>
public sealed record JoorStockEntry
{
    /// <summary>The SKU's id; for an item the catalog does not hold, what the call named it.</summary>
    public required string Sku { get; init; }

    public string? Upc { get; init; }

    public string? StyleNumber { get; init; }

    public string? StyleIdentifier { get; init; }

    public string? ColorCode { get; init; }

    public string? Size { get; init; }

    public required string Warehouse { get; init; }

    /// <summary>IMMEDIATE, or YYYY-MM-DD.</summary>
    public required string Date { get; init; }

    /// <summary>Units, less those on pending orders where the call said so.</summary>
    public required int Quantity { get; init; }

    public required bool IsMadeToOrder { get; init; }

    /// <summary>Number of the request that wrote it last.</summary>
    public required long Request { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }
}
