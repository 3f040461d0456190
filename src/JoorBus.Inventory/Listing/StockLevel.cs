namespace JoorBus.Inventory.Listing;

/// <summary>What the warehouse said last of one item in one of its warehouses.</summary>
public sealed record StockLevel
{
    public required string Item { get; init; }

    public required string Warehouse { get; init; }

    /// <summary>The warehouse of JOOR's that it feeds; null where it feeds none.</summary>
    public string? JoorWarehouse { get; init; }

    /// <summary>False when it was told for this connection alone.</summary>
    public required bool IsForEveryConnection { get; init; }

    /// <summary>Sequence, or microseconds since 1970.</summary>
    public required long Version { get; init; }

    public required DateTimeOffset AsOf { get; init; }

    public int? OnHand { get; init; }

    public int? Allocated { get; init; }

    public int? AvailableToSell { get; init; }

    /// <summary>Such as 2026-12-01=5;2027-01-10=3.</summary>
    public string? Inbound { get; init; }

    public required bool IsMadeToOrder { get; init; }

    /// <summary>The item as the warehouse named it, JSON.</summary>
    public required string Identity { get; init; }

    /// <summary>The full count that told it last.</summary>
    public string? SnapshotId { get; init; }

    /// <summary>When other numbers than before were received.</summary>
    public required DateTimeOffset ChangedAt { get; init; }
}
