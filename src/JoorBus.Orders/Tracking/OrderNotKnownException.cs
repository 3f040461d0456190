using System.Data.Common;

namespace JoorBus.Orders.Tracking;

/// <summary>The warehouse answered for an order that has no saga. Its event may be on the way, so it passes or not.</summary>
public sealed class OrderNotKnownException(Guid orderId)
    : DbException($"No order with id {orderId} is tracked; check the 'orderId' that the warehouse sends back")
{
    public override bool IsTransient => true;
}
