namespace JoorBus.Contracts.Orders;

/// <summary>The WMS took over a created or amended order.</summary>
public sealed record WmsOrderAccepted
{
    /// <summary>The command's order id.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The command's revision, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>The WMS's own id of the order.</summary>
    public string? WmsOrderId { get; init; }

    /// <summary>When the WMS decided.</summary>
    public DateTimeOffset? AcceptedAt { get; init; }
}

/// <summary>The WMS refused a command. The order waits for a person, or for the next change in JOOR.</summary>
public sealed record WmsOrderRejected
{
    /// <summary>The command's order id.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The command's revision, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>The WMS's words, for a person to read.</summary>
    public required string Reason { get; init; }

    /// <summary>The WMS's error code.</summary>
    public string? Code { get; init; }

    /// <summary>When the WMS decided.</summary>
    public DateTimeOffset? RejectedAt { get; init; }
}

/// <summary>The WMS shipped the order or a part of it.</summary>
public sealed record WmsOrderShipped
{
    /// <summary>The order id of the commands.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The WMS's own id of the order.</summary>
    public string? WmsOrderId { get; init; }

    /// <summary>When the goods left.</summary>
    public DateTimeOffset? ShippedAt { get; init; }

    /// <summary>Carrier, such as "UPS".</summary>
    public string? Carrier { get; init; }

    /// <summary>Tracking number.</summary>
    public string? TrackingNumber { get; init; }

    /// <summary>False when more shipments follow.</summary>
    public bool IsComplete { get; init; } = true;
}

/// <summary>The WMS cancelled the order.</summary>
public sealed record WmsOrderCancelled
{
    /// <summary>The command's order id.</summary>
    public required Guid OrderId { get; init; }

    /// <summary>The command's revision, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>When the WMS decided.</summary>
    public DateTimeOffset? CancelledAt { get; init; }
}
