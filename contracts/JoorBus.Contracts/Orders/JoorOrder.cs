namespace JoorBus.Contracts.Orders;

/// <summary>An order as JOOR holds it. Amounts are in <see cref="Currency"/>, retail amounts in <see cref="RetailCurrency"/>; times are UTC.</summary>
/// <remarks>Fields follow JOOR's v2 order object.</remarks>
public sealed record JoorOrder
{
    /// <summary>JOOR's order id (order_id).</summary>
    public required string JoorOrderId { get; init; }

    /// <summary>Status in JOOR.</summary>
    public required JoorOrderStatus Status { get; init; }

    /// <summary>The retailer's purchase order number (customer_purchase_order).</summary>
    public string? CustomerPurchaseOrder { get; init; }

    /// <summary>The purchase order number of an integration (integration_purchase_order).</summary>
    public string? IntegrationPurchaseOrder { get; init; }

    /// <summary>The brand's custom order type (order_type_name, order_type_code).</summary>
    public Coded? Type { get; init; }

    /// <summary>Where the order was written, such as "JOOR iPad".</summary>
    public string? Source { get; init; }

    /// <summary>Trade fair or event.</summary>
    public Coded? Event { get; init; }

    /// <summary>Season; JOOR v2 gives its code.</summary>
    public Coded? Season { get; init; }

    /// <summary>Linesheet delivery.</summary>
    public Coded? Delivery { get; init; }

    /// <summary>When the order was created.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>When the brand approved it; null while not approved.</summary>
    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>When it was last changed in JOOR.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>First day of the ship window.</summary>
    public DateOnly? ShipStart { get; init; }

    /// <summary>Last day of the ship window.</summary>
    public DateOnly? ShipEnd { get; init; }

    /// <summary>The ordering retailer.</summary>
    public required JoorCustomer Customer { get; init; }

    /// <summary>Stores of the retailer that the lines may name.</summary>
    public IReadOnlyList<JoorDoor> Doors { get; init; } = [];

    /// <summary>Divisions of the brand.</summary>
    public IReadOnlyList<Coded> Divisions { get; init; } = [];

    /// <summary>Payment method.</summary>
    public Coded? PaymentMethod { get; init; }

    /// <summary>Shipping method.</summary>
    public Coded? ShippingMethod { get; init; }

    /// <summary>JOOR warehouse the order draws on.</summary>
    public Coded? Warehouse { get; init; }

    /// <summary>Sales representative.</summary>
    public Coded? SalesRepresentative { get; init; }

    /// <summary>User name of the person who wrote the order.</summary>
    public string? CreatedByUsername { get; init; }

    /// <summary>E-mail of the person who wrote the order.</summary>
    public string? CreatedByEmail { get; init; }

    /// <summary>True for a personal order of staff.</summary>
    public bool IsPersonalOrder { get; init; }

    /// <summary>Comments that the retailer sees.</summary>
    public string? Comments { get; init; }

    /// <summary>Comments hidden from the retailer.</summary>
    public string? InternalComments { get; init; }

    /// <summary>Label of the tax id that applies.</summary>
    public string? TaxIdLabel { get; init; }

    /// <summary>ISO 4217 currency of all wholesale amounts.</summary>
    public string? Currency { get; init; }

    /// <summary>ISO 4217 currency of retail amounts.</summary>
    public string? RetailCurrency { get; init; }

    /// <summary>JOOR price label (order_currency_name).</summary>
    public string? PriceLabel { get; init; }

    /// <summary>Discount as an amount.</summary>
    public decimal Discount { get; init; }

    /// <summary>Discount in per cent, 0 to 100.</summary>
    public decimal DiscountPercent { get; init; }

    /// <summary>Shipping charge.</summary>
    public decimal ShippingTotal { get; init; }

    /// <summary>Total of the order.</summary>
    public decimal Total { get; init; }

    /// <summary>Lines in JOOR's order; empty for an order without items.</summary>
    public IReadOnlyList<JoorOrderLine> Lines { get; init; } = [];
}
