using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>v4's words for an order's status.</summary>
internal static class JoorV4Statuses
{
    public static string NameOf(JoorOrderStatus status) => status.ToString().ToUpperInvariant();

    /// <summary>Unknown for IN_PROGRESS (a cart) and for words that this version does not know.</summary>
    public static JoorOrderStatus Read(string? name) => name?.Trim().ToUpperInvariant() switch
    {
        "NOTES" => JoorOrderStatus.Notes,
        "PENDING" => JoorOrderStatus.Pending,
        "APPROVED" => JoorOrderStatus.Approved,
        "SHIPPED" => JoorOrderStatus.Shipped,
        "CANCELLED" or "CANCELED" => JoorOrderStatus.Cancelled,
        _ => JoorOrderStatus.Unknown,
    };
}
