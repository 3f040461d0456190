namespace JoorBus.Joor;

/// <summary>One page of orders to read.</summary>
internal sealed record JoorOrderQuery
{
    /// <summary>Which statuses.</summary>
    public required JoorOrderFilter Filter { get; init; }

    /// <summary>Which export states; null leaves it to JOOR (all, or not yet exported when marking).</summary>
    public JoorExportStatus? ExportStatus { get; init; }

    /// <summary>Earliest time of last change; JOOR wants both ends or none.</summary>
    public DateTimeOffset? ModifiedFrom { get; init; }

    /// <summary>Latest time of last change.</summary>
    public DateTimeOffset? ModifiedUntil { get; init; }

    /// <summary>Where the page starts; 0 for the first page, then <see cref="JoorOrderPage.NextStart"/>.</summary>
    public int StartFrom { get; init; }

    /// <summary>Orders per page; null takes the connection's PageSize.</summary>
    public int? Count { get; init; }

    /// <summary>True marks the returned orders as exported in JOOR (sync=1). Such a read has an effect and is never repeated by itself.</summary>
    public bool MarkExported { get; init; }
}
