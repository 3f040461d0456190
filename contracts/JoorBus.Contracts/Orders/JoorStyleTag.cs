namespace JoorBus.Contracts.Orders;

/// <summary>A tag of a style.</summary>
public sealed record JoorStyleTag
{
    /// <summary>Tag code.</summary>
    public string? Code { get; init; }

    /// <summary>Tag group.</summary>
    public string? Group { get; init; }

    /// <summary>Tag name.</summary>
    public string? Name { get; init; }

    /// <summary>Tag value.</summary>
    public string? Value { get; init; }
}
