namespace JoorBus.Contracts.Orders;

/// <summary>An order that JoorBus had not seen before appeared in JOOR. Published once per order.</summary>
public sealed record JoorOrderReceived
{
    /// <summary>JoorBus's id of the order: UUIDv5 of connection and JOOR order id.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>Name of the JOOR connection the order came from.</summary>
    public required string Connection { get; init; }

    /// <summary>1 for the first content seen; each change in JOOR adds 1.</summary>
    public required int Revision { get; init; }

    /// <summary>When JoorBus stored this revision.</summary>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The whole order.</summary>
    public required JoorOrder Order { get; init; }
}

/// <summary>An order changed in JOOR after it was received.</summary>
public sealed record JoorOrderAmended
{
    /// <inheritdoc cref="JoorOrderReceived.OrderId"/>
    public required Guid OrderId { get; init; }

    /// <inheritdoc cref="JoorOrderReceived.Connection"/>
    public required string Connection { get; init; }

    /// <inheritdoc cref="JoorOrderReceived.Revision"/>
    public required int Revision { get; init; }

    /// <inheritdoc cref="JoorOrderReceived.ReceivedAt"/>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>The whole order as it is now.</summary>
    public required JoorOrder Order { get; init; }
}

/// <summary>An order that was received before was cancelled in JOOR.</summary>
public sealed record JoorOrderCancelled
{
    /// <inheritdoc cref="JoorOrderReceived.OrderId"/>
    public required Guid OrderId { get; init; }

    /// <inheritdoc cref="JoorOrderReceived.Connection"/>
    public required string Connection { get; init; }

    /// <inheritdoc cref="JoorOrderReceived.Revision"/>
    public required int Revision { get; init; }

    /// <inheritdoc cref="JoorOrderReceived.ReceivedAt"/>
    public required DateTimeOffset ReceivedAt { get; init; }

    /// <summary>JOOR's order id.</summary>
    public required string JoorOrderId { get; init; }

    /// <summary>The retailer's purchase order number.</summary>
    public string? CustomerPurchaseOrder { get; init; }
}
