namespace JoorBus.Joor;

/// <summary>What JOOR returned of an order it took, in its words.</summary>
public sealed record JoorOrderReceipt
{
    public string? Id { get; init; }

    public string? Status { get; init; }

    public string? PoNumber { get; init; }

    public string? ExportStatus { get; init; }

    public string? TrackingNumber { get; init; }
}
