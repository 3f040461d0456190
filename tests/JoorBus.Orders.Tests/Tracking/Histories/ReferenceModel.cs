using JoorBus.Orders.Tracking;

namespace JoorBus.Orders.Tests.Tracking.Histories;

/// <summary>Where an order must be when everything has come to rest.</summary>
internal static class ReferenceModel
{
    /// <param name="plan">Newest revision and what the warehouse refuses.</param>
    /// <param name="shipped">Whether the warehouse shipped.</param>
    /// <param name="held">Revision that the warehouse holds (or shipped), 0 for none.</param>
    public static string EndState(OrderPlan plan, bool shipped, int held) => (shipped, plan.NewestCancels, plan.Refused.Contains(plan.Newest)) switch
    {
        (true, _, _) => nameof(OrderFulfillmentStateMachine.Shipped),
        (_, true, true) when held > 0 => nameof(OrderFulfillmentStateMachine.Held),
        (_, true, _) => nameof(OrderFulfillmentStateMachine.Cancelled),
        (_, _, true) => nameof(OrderFulfillmentStateMachine.Held),
        _ => nameof(OrderFulfillmentStateMachine.Accepted),
    };

    /// <summary>A person must look when the warehouse does not hold what JOOR wants: the newest content, or nothing when cancelled.</summary>
    public static bool NeedsPerson(OrderPlan plan, int held) => held != (plan.NewestCancels ? 0 : plan.Newest);
}
