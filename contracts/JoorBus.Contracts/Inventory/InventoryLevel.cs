namespace JoorBus.Contracts.Inventory;

/// <summary>Stock of one item in one warehouse, as absolute numbers. Of two for the same item and warehouse the newer one counts, whatever order they come in.</summary>
public sealed record InventoryLevel
{
    /// <summary>The warehouse's name in the WMS, at most 100 characters.</summary>
    public required string Warehouse { get; init; }

    /// <summary>The item.</summary>
    public required StockItem Item { get; init; }

    /// <summary>Units in the warehouse, 0 to 100,000,000.</summary>
    public int? OnHand { get; init; }

    /// <summary>Units of these promised to orders, 0 or more.</summary>
    public int? Allocated { get; init; }

    /// <summary>Units that can be sold now, at most 100,000,000; below 0 counts as 0. Where it is missing, on hand less allocated.</summary>
    public int? AvailableToSell { get; init; }

    /// <summary>Units that will come, by day.</summary>
    public IReadOnlyList<InboundStock> Inbound { get; init; } = [];

    /// <summary>True when the item is made to order: JOOR then sells it without stock.</summary>
    public bool? MadeToOrder { get; init; }

    /// <summary>Grows with every change of this item and warehouse, from 0. Give this or <see cref="AsOf"/>, always the same of the two.</summary>
    public long? Sequence { get; init; }

    /// <summary>When the warehouse had these numbers, UTC; to the microsecond.</summary>
    public DateTimeOffset? AsOf { get; init; }
}

/// <summary>Units expected on a day.</summary>
public sealed record InboundStock
{
    /// <summary>Day from which they can be shipped.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Units, 0 to 100,000,000.</summary>
    public required int Quantity { get; init; }
}
