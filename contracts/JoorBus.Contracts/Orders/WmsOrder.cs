namespace JoorBus.Contracts.Orders;

/// <summary>An order as a warehouse needs it. Amounts are in <see cref="Currency"/>.</summary>
public sealed record WmsOrder
{
    /// <summary>Number to show on documents: JOOR's order id.</summary>
    public required string OrderNumber { get; init; }

    /// <summary>The retailer's purchase order number.</summary>
    public string? CustomerPurchaseOrder { get; init; }

    /// <summary>Order type of the brand.</summary>
    public Coded? Type { get; init; }

    /// <summary>Season code or name.</summary>
    public Coded? Season { get; init; }

    /// <summary>Linesheet delivery.</summary>
    public Coded? Delivery { get; init; }

    /// <summary>When the order was approved in JOOR.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Do not ship before this day.</summary>
    public DateOnly? ShipStart { get; init; }

    /// <summary>Do not ship after this day.</summary>
    public DateOnly? ShipEnd { get; init; }

    /// <summary>The customer with sold-to and ship-to addresses.</summary>
    public required JoorCustomer Customer { get; init; }

    /// <summary>Doors the lines refer to.</summary>
    public IReadOnlyList<JoorDoor> Doors { get; init; } = [];

    /// <summary>Warehouse to ship from; null leaves the choice to the WMS.</summary>
    public Coded? Warehouse { get; init; }

    /// <summary>Shipping method.</summary>
    public Coded? ShippingMethod { get; init; }

    /// <summary>Payment method.</summary>
    public Coded? PaymentMethod { get; init; }

    /// <summary>Sales representative.</summary>
    public Coded? SalesRepresentative { get; init; }

    /// <summary>Comments for the retailer.</summary>
    public string? Comments { get; init; }

    /// <summary>Comments for the brand and its warehouse only.</summary>
    public string? InternalComments { get; init; }

    /// <summary>ISO 4217.</summary>
    public string? Currency { get; init; }

    /// <summary>Discount as an amount.</summary>
    public decimal Discount { get; init; }

    /// <summary>Shipping charge.</summary>
    public decimal ShippingTotal { get; init; }

    /// <summary>Total of the order.</summary>
    public decimal Total { get; init; }

    /// <summary>Lines to ship.</summary>
    public IReadOnlyList<WmsOrderLine> Lines { get; init; } = [];
}

/// <summary>One item of a WMS order.</summary>
public sealed record WmsOrderLine
{
    /// <summary>Line number, from 1, as in the JOOR order.</summary>
    public required int LineNumber { get; init; }

    /// <summary>UPC, the preferred identity.</summary>
    public string? Upc { get; init; }

    /// <summary>Style number.</summary>
    public string? StyleNumber { get; init; }

    /// <summary>Style identifier.</summary>
    public string? StyleIdentifier { get; init; }

    /// <summary>Name of the style.</summary>
    public string? Description { get; init; }

    /// <summary>Colour.</summary>
    public Coded? Color { get; init; }

    /// <summary>Size.</summary>
    public Coded? Size { get; init; }

    /// <summary>Units to ship.</summary>
    public required int Quantity { get; init; }

    /// <summary>Wholesale price of one unit.</summary>
    public decimal? UnitPrice { get; init; }

    /// <summary>Door the units go to.</summary>
    public string? DoorId { get; init; }

    /// <summary>Comment on the line.</summary>
    public string? Comment { get; init; }
}
