using JoorBus.Orders.Polling;
using JoorBus.Orders.Tracking;

namespace JoorBus.Orders.Listing;

/// <summary>The states that lists can be asked for.</summary>
public static class OrderStates
{
    /// <summary>Of the saga, then of orders that have none.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        nameof(OrderFulfillmentStateMachine.AwaitingAcceptance),
        nameof(OrderFulfillmentStateMachine.Accepted),
        nameof(OrderFulfillmentStateMachine.AwaitingCancellation),
        nameof(OrderFulfillmentStateMachine.Held),
        nameof(OrderFulfillmentStateMachine.Cancelled),
        nameof(OrderFulfillmentStateMachine.Shipped),
        nameof(OrderDecision.Ignored),
        nameof(OrderDecision.Unreadable),
    ];
}
