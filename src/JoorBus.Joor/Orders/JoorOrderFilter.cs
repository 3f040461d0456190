using JoorBus.Contracts.Orders;

namespace JoorBus.Joor;

/// <summary>Parameter order_type of the v2 read (reference "get-orders").</summary>
public enum JoorOrderFilter
{
    Notes = 1,
    ApprovedAndShipped = 2,
    Pending = 3,
    AllButCancelled = 4,
    Cancelled = 5,
    Approved = 6,
    Shipped = 7,
    All = 8,
}

/// <summary>Parameter export_status of the v2 read.</summary>
internal enum JoorExportStatus
{
    All = 1,

    /// <summary>Not attempted, or failed.</summary>
    NotExported = 2,

    Exported = 3,

    ModifiedSinceExport = 4,

    /// <summary>2 and 4.</summary>
    NotExportedOrModified = 5,

    /// <summary>Not attempted.</summary>
    NeverTried = 6,

    /// <summary>6 and 4.</summary>
    NeverTriedOrModified = 7,
}

/// <summary>What a filter says about the status of the orders it lets through.</summary>
public static class JoorOrderFilters
{
    /// <summary>The one status that passes the filter; null when several do.</summary>
    public static JoorOrderStatus? OnlyStatus(this JoorOrderFilter filter) => filter switch
    {
        JoorOrderFilter.Notes => JoorOrderStatus.Notes,
        JoorOrderFilter.Pending => JoorOrderStatus.Pending,
        JoorOrderFilter.Cancelled => JoorOrderStatus.Cancelled,
        JoorOrderFilter.Approved => JoorOrderStatus.Approved,
        JoorOrderFilter.Shipped => JoorOrderStatus.Shipped,
        _ => null,
    };

    /// <summary>True when orders of this status pass; one of unknown status passes where several do.</summary>
    public static bool LetsThrough(this JoorOrderFilter filter, JoorOrderStatus status) => filter switch
    {
        JoorOrderFilter.All => true,
        JoorOrderFilter.AllButCancelled => status != JoorOrderStatus.Cancelled,
        JoorOrderFilter.ApprovedAndShipped => status is JoorOrderStatus.Approved or JoorOrderStatus.Shipped or JoorOrderStatus.Unknown,
        _ => filter.OnlyStatus() == status,
    };

    /// <summary>The filter that lets through this status only; null for Unknown.</summary>
    public static JoorOrderFilter? Only(JoorOrderStatus status) => status switch
    {
        JoorOrderStatus.Notes => JoorOrderFilter.Notes,
        JoorOrderStatus.Pending => JoorOrderFilter.Pending,
        JoorOrderStatus.Cancelled => JoorOrderFilter.Cancelled,
        JoorOrderStatus.Approved => JoorOrderFilter.Approved,
        JoorOrderStatus.Shipped => JoorOrderFilter.Shipped,
        _ => null,
    };
}
