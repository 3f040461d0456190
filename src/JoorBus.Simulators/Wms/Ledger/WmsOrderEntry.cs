using System.Text.Json.Serialization;
using JoorBus.Simulators.Comparing;

namespace JoorBus.Simulators.Wms;

/// <summary>An order as the warehouse holds it, and what was asked for it.</summary>
public sealed record WmsOrderEntry
{
    public required Guid OrderId { get; init; }
    public required string Connection { get; init; }

    /// <summary>JOOR's order id.</summary>
    public required string OrderNumber { get; init; }

    public required WmsOrderStatus Status { get; init; }

    /// <summary>Revision of the last command that had an effect.</summary>
    public required int Revision { get; init; }

    public string? WmsOrderId { get; init; }

    /// <summary>Content to ship; of a refused order, what was refused.</summary>
    public required LedgerContent Content { get; init; }

    /// <summary>Content that the warehouse refused last, unless it accepted something newer since.</summary>
    public LedgerContent? RefusedContent { get; init; }

    public string? RefusalReason { get; init; }

    /// <summary>Whether a cancellation was refused while the order was alive.</summary>
    public bool IsCancelRefused { get; init; }

    public required WmsCounts Created { get; init; }
    public required WmsCounts Amended { get; init; }
    public required WmsCounts Cancelled { get; init; }

    /// <summary>Commands that came again with the same idempotency key.</summary>
    public int Repeated { get; init; }

    /// <summary>Creations beyond the first: goods that would ship twice.</summary>
    public int Doubled { get; init; }

    [JsonIgnore]
    public bool IsAlive => Status is WmsOrderStatus.Accepted or WmsOrderStatus.Shipped;

    internal static WmsOrderEntry Of(WmsOrderState state) => new()
    {
        OrderId = state.OrderId,
        Connection = state.Connection,
        OrderNumber = state.OrderNumber,
        Status = state.Status,
        Revision = state.Revision,
        WmsOrderId = state.WmsOrderId,
        Content = state.Content,
        RefusedContent = state.RefusedContent,
        RefusalReason = state.RefusalReason,
        IsCancelRefused = state.IsCancelRefused,
        Created = state.Created,
        Amended = state.Amended,
        Cancelled = state.Cancelled,
        Repeated = state.Repeated,
        Doubled = state.Doubled,
    };
}
