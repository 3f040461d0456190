using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>v2: the whole style. Several styles go as one bulk-style job.</summary>
/// <remarks><c>IsNew</c>: True to create (POST), false to set (PUT).
/// <c>Changes</c>: Fields that differ from what is known, for people.</remarks>
public sealed record PutStyle(JoorStyle Style, bool IsNew, IReadOnlyList<string> Changes) : ProductCall;

/// <summary>v2: a PUT that takes the style off the linesheets it lists (delivery_overwrite 4) and says nothing else.</summary>
public sealed record DropLinesheets(JoorStyle Style) : ProductCall;

/// <summary>v2: deletes a colour, which JOOR cancels on open orders.</summary>
public sealed record DeleteColor(JoorStyleKey Style, string ColorCode) : ProductCall;

/// <summary>v2: deletes a size, which JOOR cancels on open orders.</summary>
public sealed record DeleteSize(JoorStyleKey Style, string Size) : ProductCall;

/// <summary>v2: deletes the style, which JOOR cancels on open orders.</summary>
public sealed record DeleteStyle(JoorStyleKey Style) : ProductCall;

/// <summary>v2: lets JOOR fetch an image from its address. That of a colour overwrites the one before.</summary>
public sealed record PutImage(JoorImageTarget Target, Uri Url, string? Version) : ProductCall;

/// <summary>v2: deletes an image of the style as a whole, by the name JOOR gave it.</summary>
public sealed record DeleteImage(string StyleNumber, string StyleIdentifier, string StoredName) : ProductCall;
