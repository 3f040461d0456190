using System.Collections.Immutable;
using JoorBus.Simulators.Comparing;

namespace JoorBus.Simulators.Wms;

/// <summary>One order in the warehouse, with the answer given to each command.</summary>
internal sealed record WmsOrderState
{
    public required Guid OrderId { get; init; }
    public required string Connection { get; init; }
    public required string OrderNumber { get; init; }
    public WmsOrderStatus Status { get; init; }
    public int Revision { get; init; }
    public string? WmsOrderId { get; init; }
    public LedgerContent Content { get; init; } = new([], null);

    /// <summary>What the warehouse refused last, unless it accepted something newer since.</summary>
    public LedgerContent? RefusedContent { get; init; }

    public string? RefusalReason { get; init; }
    public bool IsCancelRefused { get; init; }
    public WmsCounts Created { get; init; } = new(0, 0);
    public WmsCounts Amended { get; init; } = new(0, 0);
    public WmsCounts Cancelled { get; init; } = new(0, 0);
    public int Repeated { get; init; }
    public int Doubled { get; init; }
    public ImmutableDictionary<Guid, WmsAnswer> Answers { get; init; } = ImmutableDictionary<Guid, WmsAnswer>.Empty;

    public bool IsAlive => Status is WmsOrderStatus.Accepted or WmsOrderStatus.Shipped;

    public static WmsOrderState Before(WmsCommand command) =>
        new() { OrderId = command.OrderId, Connection = command.Connection, OrderNumber = command.OrderNumber };

    public WmsOrderState Count(WmsCommandKind kind, Func<WmsCounts, WmsCounts> count) => kind switch
    {
        WmsCommandKind.Create => this with { Created = count(Created) },
        WmsCommandKind.Amend => this with { Amended = count(Amended) },
        _ => this with { Cancelled = count(Cancelled) },
    };
}
