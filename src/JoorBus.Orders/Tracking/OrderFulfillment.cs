using JoorBus.Contracts.Orders;
using JoorBus.Persistence.Documents;
using MassTransit;

namespace JoorBus.Orders.Tracking;

/// <summary>The document of an order's way through the warehouse.</summary>
public sealed class OrderFulfillment : SagaStateMachineInstance, IVersioned
{
    public Guid CorrelationId { get; set; }

    public int Version { get; set; }

    public string CurrentState { get; set; } = "";

    /// <summary>Name of the connection, as JOOR's newest event gave it.</summary>
    public string Connection { get; set; } = "";

    /// <summary>Empty until an event of JOOR has named it.</summary>
    public string JoorOrderId { get; set; } = "";

    /// <summary>The newest revision heard of from JOOR.</summary>
    public int Revision { get; set; }

    /// <summary>The revision of the last command sent; its answer is awaited or came.</summary>
    public int SentRevision { get; set; }

    /// <summary>True when the last command sent was a cancellation.</summary>
    public bool IsCancelling { get; set; }

    /// <summary>The revision that the warehouse holds; 0 while it holds none.</summary>
    public int AcceptedRevision { get; set; }

    public string? WmsOrderId { get; set; }

    /// <summary>The newest change that may not be sent before the last command is answered.</summary>
    public WaitingChange? Waiting { get; set; }

    /// <summary>Why a person has to look at the order; null when nobody has to.</summary>
    public string? HeldReason { get; set; }

    public string? Carrier { get; set; }

    public string? TrackingNumber { get; set; }

    public DateTimeOffset? ShippedAt { get; set; }

    /// <summary>When the last command was sent.</summary>
    public DateTimeOffset SentAt { get; set; }

    /// <summary>Since when the warehouse owes an answer for longer than allowed.</summary>
    public DateTimeOffset? SilentSince { get; set; }

    public DateTimeOffset UpdatedAt { get; set; }
}

/// <summary>A change of the order, or its cancellation when <paramref name="Order"/> is null.</summary>
public sealed record WaitingChange(int Revision, JoorOrder? Order);
