namespace JoorBus.Joor;

/// <summary>Where an image goes (reference "image-post").</summary>
public sealed record JoorImageTarget
{
    /// <summary>Required.</summary>
    public required string StyleNumber { get; init; }

    /// <summary>Required.</summary>
    public required string StyleIdentifier { get; init; }

    /// <summary>At most 69 characters; JOOR adds random letters. Required.</summary>
    public required string FileName { get; init; }

    /// <summary>Place among the style's images. Required.</summary>
    public required int DisplayOrder { get; init; }

    /// <summary>True deletes the style's earlier images.</summary>
    public bool? ReplaceExisting { get; init; }

    /// <summary>The colour the image shows; required for a swatch.</summary>
    public string? ColorCode { get; init; }

    /// <summary>True for the colour's swatch, best 200 by 200 pixels; other images best 660 by 900 or multiples.</summary>
    public bool? IsSwatch { get; init; }

    internal JoorChecks Check() => JoorStylePaths.Check(StyleNumber, StyleIdentifier)
        .Required("filename", FileName).AtMost(69, "filename", FileName)
        .Required("color_code", IsSwatch != true || ColorCode is { Length: > 0 }, "a swatch");
}
