using JoorBus.Contracts.Orders;
using JoorBus.Joor;

namespace JoorBus.Orders.Polling;

/// <summary>Which orders of a connection are imported; stored under its key, announced under its name.</summary>
public sealed record ImportRules(string Key, string Name, DateTimeOffset Start, IReadOnlyList<JoorOrderStatus> Statuses)
{
    /// <summary>
    /// What is read in each round, one filter per status: the filter says what the status is, where JOOR's status codes are only
    /// partly documented. Cancelled orders are read last, so that a cancellation never precedes its order.
    /// </summary>
    public IReadOnlyList<JoorOrderFilter> Filters { get; } =
    [
        .. Statuses.Where(status => status != JoorOrderStatus.Cancelled).Select(JoorOrderFilters.Only).OfType<JoorOrderFilter>(),
        JoorOrderFilter.Cancelled,
    ];

    public static bool IsImported(JoorOrderFilter filter) => filter != JoorOrderFilter.Cancelled;
}
