namespace JoorBus.Joor;

/// <summary>A background job of v2 (references "bulk-style-job-get-job-status" and "bulk-connection-job-get").</summary>
public sealed record JoorJob
{
    /// <summary>JOOR's id.</summary>
    public required string Id { get; init; }

    /// <summary>JOOR's word: queued, started or finished.</summary>
    public string? Status { get; init; }

    public DateTimeOffset? CreatedAt { get; init; }

    public DateTimeOffset? ModifiedAt { get; init; }

    /// <summary>Elements in all.</summary>
    public int? Records { get; init; }

    /// <summary>Elements done.</summary>
    public int? Done { get; init; }

    /// <summary>True when there is nothing left to do.</summary>
    public bool IsFinished => string.Equals(Status?.Trim(), "finished", StringComparison.OrdinalIgnoreCase);
}
