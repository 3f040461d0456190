using System.Text.Json.Serialization;
using JoorBus.Contracts.Orders;
using JoorBus.Simulators.Comparing;

namespace JoorBus.Simulators.Joor;

/// <summary>An order as JOOR holds it now, and how it came to that.</summary>
public sealed record JoorOrderEntry
{
    /// <summary>JOOR's order id; for a broken order that names none, a name of the stand-in's own.</summary>
    public required string OrderId { get; init; }

    public required JoorOrderStatus Status { get; init; }

    /// <summary>False for orders added as raw text, which nobody is expected to import.</summary>
    public required bool IsImportable { get; init; }

    /// <summary>1 for the content first added; each amendment adds 1. Approving and cancelling do not.</summary>
    public required int Revisions { get; init; }

    public required DateTimeOffset ModifiedAt { get; init; }

    public required JoorExportState Export { get; init; }

    /// <summary>What v4 gave as the reason of the mark.</summary>
    public string? ExportDescription { get; init; }

    /// <summary>Whether the order changed after it was last marked exported.</summary>
    public required bool IsModifiedSinceExport { get; init; }

    /// <summary>Newest content.</summary>
    public required LedgerContent Content { get; init; }

    public required IReadOnlyList<JoorOrderChange> History { get; init; }

    [JsonIgnore]
    public bool IsExpectedInWms => IsImportable && Status is (JoorOrderStatus.Approved or JoorOrderStatus.Shipped);

    [JsonIgnore]
    public bool IsCancelled => Status == JoorOrderStatus.Cancelled;
}
