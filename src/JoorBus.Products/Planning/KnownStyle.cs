using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>A style of v2.</summary>
public sealed record KnownStyle
{
    /// <summary>JOOR's style_id.</summary>
    public string? StyleId { get; init; }

    /// <summary>The body sent last, or the style as it was read.</summary>
    public required JoorStyle Content { get; init; }

    /// <summary>True when <see cref="Content"/> was read: it may hold more than was ever sent.</summary>
    public bool IsRead { get; init; }

    /// <summary>Linesheets the style is on that were not sent from here, such as those people made.</summary>
    public IReadOnlyList<JoorStyleDelivery> OtherDeliveries { get; init; } = [];

    public IReadOnlyList<KnownImage> Images { get; init; } = [];
}

/// <summary>An image or swatch that JOOR holds.</summary>
public sealed record KnownImage
{
    /// <summary>Null for an image of the style as a whole.</summary>
    public string? ColorCode { get; init; }

    public bool IsSwatch { get; init; }

    /// <summary>Name it was sent under.</summary>
    public string? FileName { get; init; }

    /// <summary>Name JOOR gave it; needed to delete it.</summary>
    public string? StoredName { get; init; }

    /// <summary>Address it was sent from; null when it was only read.</summary>
    public Uri? Url { get; init; }

    /// <summary>Version of the picture behind the address.</summary>
    public string? Version { get; init; }

    /// <summary>Place, from 1.</summary>
    public int DisplayOrder { get; init; }
}
