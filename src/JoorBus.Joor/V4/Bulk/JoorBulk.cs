namespace JoorBus.Joor;

/// <summary>JOOR's answer to a bulk call: one entry for each element sent, in the order sent.</summary>
public sealed record JoorBulk<TIn, TOut>
{
    public required IReadOnlyList<JoorBulkItem<TIn, TOut>> Items { get; init; }

    /// <summary>Errors that fit no element sent.</summary>
    public IReadOnlyList<JoorError> Unplaced { get; init; } = [];

    /// <summary>Number of elements that JOOR returned and that fit none sent.</summary>
    public int Surplus { get; init; }

    /// <summary>True when JOOR took every element.</summary>
    public bool IsComplete => Items.All(item => item is JoorBulkItem<TIn, TOut>.Accepted);
}

/// <summary>What became of one element.</summary>
public abstract record JoorBulkItem<TIn, TOut>(TIn Sent)
{
    /// <summary>JOOR took it; <paramref name="Value"/> is what it returned, as far as that can be read.</summary>
    public sealed record Accepted(TIn Sent, TOut Value) : JoorBulkItem<TIn, TOut>(Sent);

    /// <summary>JOOR refused it, in its words: status such as DUPLICATED, VALIDATION_ERROR or NOT_FOUND.</summary>
    public sealed record Refused(TIn Sent, string Status, string Message, string? Field) : JoorBulkItem<TIn, TOut>(Sent);

    /// <summary>The answer does not say surely what became of it: read before sending it again.</summary>
    public sealed record Unconfirmed(TIn Sent) : JoorBulkItem<TIn, TOut>(Sent);
}
