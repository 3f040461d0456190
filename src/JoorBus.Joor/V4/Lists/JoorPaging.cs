namespace JoorBus.Joor;

/// <summary>Which page of a v4 list.</summary>
public sealed record JoorPaging
{
    /// <summary>Most elements of a page that a live client asks for; JOOR documents no maximum.</summary>
    public const int Most = 200;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>1 to 200, default 50.</summary>
    public int Size { get; init; } = 50;

    /// <summary>Default <see cref="JoorPriority.Products"/>.</summary>
    public JoorPriority Priority { get; init; } = JoorPriority.Products;

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Size, Most);
    }
}
