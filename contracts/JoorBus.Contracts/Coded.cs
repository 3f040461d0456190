namespace JoorBus.Contracts;

/// <summary>Something JOOR names with a code, a label or both (season, warehouse, payment method …).</summary>
public sealed record Coded
{
    /// <summary>The brand's own code; null where JOOR holds none.</summary>
    public string? Code { get; init; }

    /// <summary>The label people read; null where JOOR holds none.</summary>
    public string? Name { get; init; }
}
