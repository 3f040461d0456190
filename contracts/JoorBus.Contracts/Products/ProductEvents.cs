namespace JoorBus.Contracts.Products;

/// <summary>A style was made or changed. Of two for the same style the newer one counts, whatever order they come in.</summary>
public sealed record ProductChanged
{
    /// <summary>Name of the JOOR connection; null means every connection.</summary>
    public string? Connection { get; init; }

    /// <summary>Grows with every change of this style, from 0. Give this or <see cref="ChangedAt"/>, always the same of the two.</summary>
    public long? Sequence { get; init; }

    /// <summary>When it changed, UTC; to the microsecond.</summary>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>The whole style as it is now. A colour or size that it no longer names stays in JOOR: only <see cref="ProductRemoved"/> removes.</summary>
    public required Product Product { get; init; }
}

/// <summary>A style, one of its colours or one of its sizes shall go from JOOR, which cancels it on open orders there. Held for a person unless allowed by setting.</summary>
public sealed record ProductRemoved
{
    /// <inheritdoc cref="ProductChanged.Connection"/>
    public string? Connection { get; init; }

    /// <inheritdoc cref="Product.StyleNumber"/>
    public required string StyleNumber { get; init; }

    /// <inheritdoc cref="Product.StyleIdentifier"/>
    public string? StyleIdentifier { get; init; }

    /// <summary>Code of the colour to remove; null for the whole style, or the size.</summary>
    public string? ColorCode { get; init; }

    /// <summary>Name of the size to deactivate; null for the whole style, or the colour.</summary>
    public string? Size { get; init; }

    /// <inheritdoc cref="ProductChanged.Sequence"/>
    public long? Sequence { get; init; }

    /// <inheritdoc cref="ProductChanged.ChangedAt"/>
    public DateTimeOffset? ChangedAt { get; init; }

    /// <summary>Why, for people.</summary>
    public string? Reason { get; init; }
}

/// <summary>JOOR holds the style as the brand's system has it.</summary>
public sealed record ProductPushed
{
    /// <summary>Name of the JOOR connection.</summary>
    public required string Connection { get; init; }

    /// <inheritdoc cref="Product.StyleNumber"/>
    public required string StyleNumber { get; init; }

    /// <inheritdoc cref="Product.StyleIdentifier"/>
    public required string StyleIdentifier { get; init; }

    /// <summary>JOOR's id of the style; null where JOOR does not tell.</summary>
    public string? JoorStyleId { get; init; }

    /// <summary>When JOOR had answered the last call.</summary>
    public required DateTimeOffset PushedAt { get; init; }
}

/// <summary>JOOR, or a check before sending, refused the style; it waits until it changes or a person asks.</summary>
public sealed record ProductPushRefused
{
    /// <summary>Name of the JOOR connection.</summary>
    public required string Connection { get; init; }

    /// <inheritdoc cref="Product.StyleNumber"/>
    public required string StyleNumber { get; init; }

    /// <inheritdoc cref="Product.StyleIdentifier"/>
    public required string StyleIdentifier { get; init; }

    /// <summary>When it was refused.</summary>
    public required DateTimeOffset RefusedAt { get; init; }

    /// <summary>What was refused, such as <c>price EUR Wholesale</c>, and why, each a sentence.</summary>
    public required IReadOnlyList<string> Reasons { get; init; }
}
