using JoorBus.Contracts.Orders;

namespace JoorBus.Simulators.Joor;

/// <summary>A read order request, with JOOR's defaults filled in.</summary>
internal sealed record OrderQuery
{
    public string? OrderId { get; init; }

    /// <summary>Null only for one order by id, which is found whatever its status.</summary>
    public int? OrderType { get; init; } = 2;

    public int ExportStatus { get; init; } = 1;
    public bool IsSync { get; init; } = true;
    public bool ChecksRequiredFields { get; init; }
    public bool ChecksDeletedStyles { get; init; }
    public DateTimeOffset From { get; init; } = DateTimeOffset.MinValue;
    public DateTimeOffset To { get; init; } = DateTimeOffset.MaxValue;
    public string? CustomerCode { get; init; }
    public string? CustomerGroup { get; init; }
    public int StartFrom { get; init; }
    public int Count { get; init; }

    public bool Matches(StoredOrder order) =>
        !order.IsInProgress
        && order.ModifiedAt >= From
        && order.ModifiedAt <= To
        && MatchesType(order.Status)
        && MatchesExport(order)
        && (CustomerCode is null || order.Order?.Customer.Code == CustomerCode)
        && (CustomerGroup is null || order.Order?.Customer.Group?.Name == CustomerGroup);

    private bool MatchesType(JoorOrderStatus status) => OrderType switch
    {
        1 => status == JoorOrderStatus.Notes,
        2 => status is JoorOrderStatus.Approved or JoorOrderStatus.Shipped,
        3 => status == JoorOrderStatus.Pending,
        4 => status != JoorOrderStatus.Cancelled,
        5 => status == JoorOrderStatus.Cancelled,
        6 => status == JoorOrderStatus.Approved,
        7 => status == JoorOrderStatus.Shipped,
        _ => true,
    };

    private bool MatchesExport(StoredOrder order) => ExportStatus switch
    {
        2 => order.Export != JoorExportState.Exported,
        3 => order.Export == JoorExportState.Exported,
        4 => order.IsModifiedSinceExport,
        5 => order.Export != JoorExportState.Exported || order.IsModifiedSinceExport,
        6 => order.Export == JoorExportState.NotExported,
        7 => order.Export == JoorExportState.NotExported || order.IsModifiedSinceExport,
        _ => true,
    };
}
