using System.Text.Json.Serialization;

namespace JoorBus.Products.Planning;

/// <summary>What JOOR holds of a style, as far as it is known: what was sent last of each part, and JOOR's ids. A document per connection and style.</summary>
public sealed record KnownProduct
{
    /// <summary>As in <c>Product.StyleNumber</c>.</summary>
    public required string StyleNumber { get; init; }

    /// <summary>As in <c>Product.StyleIdentifier</c>; the style number where it has none.</summary>
    public required string StyleIdentifier { get; init; }

    /// <summary>JOOR must be read before the next call: an answer left open what it did, or lacked an id.</summary>
    public bool MustBeRead { get; init; }

    /// <summary>Codes of linesheets the style was put on from here, ever: those not wanted any more are left. All others are people's.</summary>
    public IReadOnlyList<string> OwnLinesheets { get; init; } = [];

    /// <summary>Through v2; null while JOOR holds no such style.</summary>
    public KnownStyle? Style { get; init; }

    /// <summary>Through v4; null while JOOR holds no such product.</summary>
    public KnownCatalog? Catalog { get; init; }

    /// <summary>JOOR's id of the style or product.</summary>
    [JsonIgnore]
    public string? JoorId => Style?.StyleId ?? Catalog?.ProductId;

    /// <summary>Nothing in JOOR.</summary>
    public static KnownProduct Nothing(string styleNumber, string styleIdentifier) => new() { StyleNumber = styleNumber, StyleIdentifier = styleIdentifier };
}
