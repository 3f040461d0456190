namespace JoorBus.Simulators.Joor;

/// <summary>A style of v2, which is a product of v4.</summary>
public sealed record JoorStyleEntry
{
    public required string StyleId { get; init; }

    public required string Number { get; init; }

    public required string Identifier { get; init; }

    public required string Name { get; init; }

    public string? ExternalId { get; init; }

    public required bool IsDeleted { get; init; }

    public required IReadOnlyList<JoorSkuEntry> Skus { get; init; }

    public required IReadOnlyList<JoorImageEntry> Images { get; init; }

    internal static JoorStyleEntry Of(CatalogStyle style) => new()
    {
        StyleId = V4Products.IdOf(style),
        Number = style.Number,
        Identifier = style.Identifier,
        Name = style.Name,
        ExternalId = style.ExternalId,
        IsDeleted = style.IsDeleted,
        Skus = [.. style.Skus.Select(JoorSkuEntry.Of)],
        Images = [.. style.Images.Select(image => new JoorImageEntry(image.UploadId, image.FileName, image.DisplayOrder, image.ColorCode, image.IsSwatch, image.Url, image.Bytes))],
    };
}
