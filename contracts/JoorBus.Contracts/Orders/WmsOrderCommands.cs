namespace JoorBus.Contracts.Orders;

/// <summary>Asks the WMS to create an order. Answer with <see cref="WmsOrderAccepted"/> or <see cref="WmsOrderRejected"/>.</summary>
public sealed record CreateWmsOrder
{
    /// <summary>JoorBus's id of the order; answers carry it back.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>Name of the JOOR connection.</summary>
    public required string Connection { get; init; }

    /// <summary>Revision of the content; answers carry it back.</summary>
    public required int Revision { get; init; }

    /// <summary>Same for every repetition of this command: act once, answer again.</summary>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>What to ship.</summary>
    public required WmsOrder Order { get; init; }
}

/// <summary>Asks the WMS to replace the content of an order that it accepted.</summary>
public sealed record AmendWmsOrder
{
    /// <inheritdoc cref="CreateWmsOrder.OrderId"/>
    public required Guid OrderId { get; init; }

    /// <inheritdoc cref="CreateWmsOrder.Connection"/>
    public required string Connection { get; init; }

    /// <inheritdoc cref="CreateWmsOrder.Revision"/>
    public required int Revision { get; init; }

    /// <inheritdoc cref="CreateWmsOrder.IdempotencyKey"/>
    public required Guid IdempotencyKey { get; init; }

    /// <summary>The WMS's own id, when it gave one.</summary>
    public string? WmsOrderId { get; init; }

    /// <summary>The whole order as it shall be now.</summary>
    public required WmsOrder Order { get; init; }
}

/// <summary>Asks the WMS to cancel an order. Answer with <see cref="WmsOrderCancelled"/> or <see cref="WmsOrderRejected"/>.</summary>
public sealed record CancelWmsOrder
{
    /// <inheritdoc cref="CreateWmsOrder.OrderId"/>
    public required Guid OrderId { get; init; }

    /// <inheritdoc cref="CreateWmsOrder.Connection"/>
    public required string Connection { get; init; }

    /// <inheritdoc cref="CreateWmsOrder.Revision"/>
    public required int Revision { get; init; }

    /// <inheritdoc cref="CreateWmsOrder.IdempotencyKey"/>
    public required Guid IdempotencyKey { get; init; }

    /// <inheritdoc cref="AmendWmsOrder.WmsOrderId"/>
    public string? WmsOrderId { get; init; }

    /// <summary>JOOR's order id, the number the WMS shows.</summary>
    public required string OrderNumber { get; init; }
}
