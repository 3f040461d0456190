namespace JoorBus.Joor;

/// <summary>A line to be added to an order, while that is in progress, notes or pending (reference "add-new-item").</summary>
public sealed record JoorNewLineItem
{
    /// <summary>Required.</summary>
    public required string OrderId { get; init; }

    /// <summary>Required.</summary>
    public required string SkuId { get; init; }

    /// <summary>Units; added to those of an item already on the order.</summary>
    public required int Quantity { get; init; }

    /// <summary>At most one of this, <see cref="DiscountAmount"/> and <see cref="DiscountPercentage"/>.</summary>
    public decimal? ItemPrice { get; init; }

    /// <summary>Taken off the wholesale price.</summary>
    public decimal? DiscountAmount { get; init; }

    /// <summary>0 to 100.</summary>
    public decimal? DiscountPercentage { get; init; }
}

/// <summary>A line whose quantity is set (reference "update-line-item-quantity").</summary>
public sealed record JoorLineItemQuantity(string Id, int Quantity);

/// <summary>What JOOR returned of a line it took.</summary>
public sealed record JoorLineItemReceipt
{
    public string? Id { get; init; }

    public string? OrderId { get; init; }

    public string? SkuId { get; init; }

    public int? Quantity { get; init; }
}
