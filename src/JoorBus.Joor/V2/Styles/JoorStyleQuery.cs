namespace JoorBus.Joor;

/// <summary>Which styles to read; each pair of times needs both ends.</summary>
public sealed record JoorStyleQuery
{
    public DateTimeOffset? ModifiedFrom { get; init; }

    public DateTimeOffset? ModifiedUntil { get; init; }

    public DateTimeOffset? CreatedFrom { get; init; }

    public DateTimeOffset? CreatedUntil { get; init; }

    /// <summary>Where the page starts; 0 for the first page, then <see cref="JoorPage{T}.Next"/>.</summary>
    public int StartFrom { get; init; }

    /// <summary>Styles per page, default 50; JOOR documents no maximum.</summary>
    public int Count { get; init; } = 50;

    /// <summary>Default <see cref="JoorPriority.Products"/>.</summary>
    public JoorPriority Priority { get; init; } = JoorPriority.Products;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(StartFrom);
        ArgumentOutOfRangeException.ThrowIfLessThan(Count, 1);
        if (ModifiedFrom.HasValue != ModifiedUntil.HasValue || CreatedFrom.HasValue != CreatedUntil.HasValue)
            throw new ArgumentException("From and Until belong together.");
    }
}
