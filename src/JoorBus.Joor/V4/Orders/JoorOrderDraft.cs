namespace JoorBus.Joor;

/// <summary>What v4 takes of an order (references "create-order", "update-order-status"; most names from a live client). Null is not written.</summary>
public sealed record JoorOrderDraft
{
    /// <summary>JOOR's id; required to update.</summary>
    public string? Id { get; init; }

    /// <summary>By id or code. Required to create.</summary>
    public JoorRef? Customer { get; init; }

    /// <summary>By id or name. Required to create.</summary>
    public JoorRef? PriceType { get; init; }

    /// <summary>By id or code. Required to create.</summary>
    public JoorRef? Collection { get; init; }

    /// <summary>Required to create. An order does not go back to in progress; notes need addresses and payment, pending at least a unit per item.</summary>
    public JoorOrderState? Status { get; init; }

    /// <summary>By id or code.</summary>
    public JoorRef? ShippingAddress { get; init; }

    /// <summary>By id or code.</summary>
    public JoorRef? BillingAddress { get; init; }

    public JoorOrderAddress? CustomShippingAddress { get; init; }

    public JoorOrderAddress? CustomBillingAddress { get; init; }

    public decimal? ShippingPrice { get; init; }

    /// <summary>By id or code.</summary>
    public JoorRef? ShippingMethod { get; init; }

    /// <summary>By id or code.</summary>
    public JoorRef? PaymentMethod { get; init; }

    /// <summary>By id or code.</summary>
    public JoorRef? SalesRep { get; init; }

    public string? TrackingNumber { get; init; }

    /// <summary>Acknowledges or fails an export.</summary>
    public JoorExportResult? ExportStatus { get; init; }

    /// <summary>Why an export failed; people see it in JOOR.</summary>
    public string? ExportDescription { get; init; }

    public string? PoNumber { get; init; }

    public string? Comments { get; init; }

    /// <summary>Hidden from the retailer.</summary>
    public string? InternalComments { get; init; }

    public DateOnly? DeliveryWindowStart { get; init; }

    public DateOnly? DeliveryWindowEnd { get; init; }

    public JoorRef? Warehouse { get; init; }

    public JoorRef? Season { get; init; }

    public JoorRef? CustomerGroup { get; init; }

    public JoorRef? CompanyNumber { get; init; }

    public JoorOrderBuyer? Buyer { get; init; }

    public JoorOrderTax? Tax { get; init; }

    public JoorOrderDiscount? Discount { get; init; }

    /// <summary>Name is written as event.</summary>
    public JoorRef? Event { get; init; }

    public JoorRef? Type { get; init; }

    /// <summary>Written by updates only.</summary>
    public JoorRef? Door { get; init; }
}

/// <summary>An address that is not stored in JOOR.</summary>
public sealed record JoorOrderAddress
{
    public string? Name { get; init; }

    public string? Company { get; init; }

    public string? Line1 { get; init; }

    public string? Line2 { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? Zip { get; init; }

    public string? Country { get; init; }

    public string? Phone { get; init; }

    public string? Fax { get; init; }

    public string? Email { get; init; }
}

/// <summary>The person who buys.</summary>
public sealed record JoorOrderBuyer
{
    public string? Id { get; init; }

    public string? Name { get; init; }

    public string? Email { get; init; }
}

/// <summary>Tax of the whole order.</summary>
public sealed record JoorOrderTax
{
    public decimal? Amount { get; init; }

    public string? Number { get; init; }
}

/// <summary>Discount of the whole order.</summary>
public sealed record JoorOrderDiscount
{
    public decimal? Total { get; init; }

    public IReadOnlyList<JoorDiscountDetail> Details { get; init; } = [];
}

/// <summary>One part of a discount: per cent, or an amount in the order's currency.</summary>
public sealed record JoorDiscountDetail(bool IsPercentage, decimal Value);

/// <summary>export_status of v4.</summary>
public enum JoorExportResult
{
    Undefined,
    Success,
    Failed,
}

/// <summary>status of v4.</summary>
public enum JoorOrderState
{
    InProgress,
    Notes,
    Pending,
    Approved,
    Shipped,
    Cancelled,
}
