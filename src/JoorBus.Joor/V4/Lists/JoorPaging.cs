namespace JoorBus.Joor;

/// <summary>Which page of a v4 list.</summary>
public sealed record JoorPaging
{
    /// <summary>JOOR's own page size, as its clients show it: a server that gives fewer elements than asked for, and no word about it, gives at least these.</summary>
    private const int JoorsDefault = 50;

    /// <summary>Most elements of a page that a live client asks for; JOOR documents no maximum.</summary>
    public const int Most = 200;

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    /// <summary>
    /// 1 to 200, default 50. JOOR may give fewer without a word, so a page with fewer than asked for ends a list only if it has fewer than 50, or fewer than
    /// the page before it. Otherwise a stream goes on at the size it got: one read more at most, where that was the last page after all.
    /// </summary>
    public int Size { get; init; } = 50;

    /// <summary>Default <see cref="JoorPriority.Products"/>.</summary>
    public JoorPriority Priority { get; init; } = JoorPriority.Products;

    /// <summary>Number of elements of the page before, in a stream that is past its first page.</summary>
    internal int? Before { get; init; }

    /// <summary>Whether a page of so many elements may have another one after it; <paramref name="total"/> is what JOOR says there are in all.</summary>
    internal bool MayGoOn(int elements, int? total) =>
        elements > 0 && (elements >= Math.Min(Size, Before ?? JoorsDefault) || ((Page - 1L) * Size) + elements < total);

    /// <summary>The page after this one, which had so many elements; pages seen from the first on are counted in what JOOR really gives.</summary>
    internal JoorPaging After(int elements) => this with { Page = Page + 1, Size = Page == 1 && elements < Size ? elements : Size, Before = elements };

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Page, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(Size, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Size, Most);
    }
}
