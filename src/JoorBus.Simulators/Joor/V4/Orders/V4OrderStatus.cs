using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

internal static class V4OrderStatus
{
    public const string InProgress = "IN_PROGRESS";

    private static readonly Dictionary<string, JoorOrderStatus> Known = new()
    {
        [InProgress] = JoorOrderStatus.Unknown,
        ["NOTES"] = JoorOrderStatus.Notes,
        ["PENDING"] = JoorOrderStatus.Pending,
        ["APPROVED"] = JoorOrderStatus.Approved,
        ["SHIPPED"] = JoorOrderStatus.Shipped,
        ["CANCELLED"] = JoorOrderStatus.Cancelled,
    };

    public static string Names => string.Join(", ", Known.Keys);

    public static bool IsKnown(string status) => Known.ContainsKey(status);

    public static JoorOrderStatus Of(string status) => Known[status];

    public static string Of(StoredOrder order) => order.IsInProgress ? InProgress : $"{order.Status}".ToUpperInvariant();
}
