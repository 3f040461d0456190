namespace JoorBus.Joor;

/// <summary>JOOR's answer to a list of stock: one entry for each item sent, in the order sent.</summary>
public sealed record JoorStockResult
{
    public required IReadOnlyList<JoorStockAnswer> Items { get; init; }

    /// <summary>Items that JOOR says it took; null when it does not say.</summary>
    public int? SkuCount { get; init; }

    /// <summary>Entries of JOOR's log that fit no item sent.</summary>
    public IReadOnlyList<JoorStockEntry> Unplaced { get; init; } = [];
}

/// <summary>What became of one item. <paramref name="Entry"/> is null when JOOR's log has none for it.</summary>
public sealed record JoorStockAnswer(JoorStock Sent, JoorStockOutcome Outcome, JoorStockEntry? Entry);

/// <summary>One entry of JOOR's inventory log, in its words.</summary>
/// <param name="Sku">The item as JOOR names it: UPC, or style, colour and size joined.</param>
/// <param name="LogId">inventory_log_id, to quote to JOOR's support.</param>
/// <param name="Status">JOOR's words; which there are is not documented.</param>
public sealed record JoorStockEntry(string? Sku, string? LogId, string? Status);

/// <summary>How JOOR's words are understood.</summary>
public enum JoorStockOutcome
{
    /// <summary>JOOR said neither yes nor no, or nothing at all.</summary>
    Unconfirmed,

    /// <summary>Stored.</summary>
    Passed,

    /// <summary>Not stored, with a reason.</summary>
    Failed,
}
