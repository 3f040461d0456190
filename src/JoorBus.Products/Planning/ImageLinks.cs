namespace JoorBus.Products.Planning;

/// <summary>Ties images that were only read to the wanted ones they are: same place, and JOOR's name begins with the name they are sent under.</summary>
internal static class ImageLinks
{
    public static IReadOnlyList<KnownImage> Link(IReadOnlyList<KnownImage> known, IReadOnlyList<KnownImage> wanted)
    {
        if (known.All(image => image.Url is not null))
            return known;
        var open = wanted.Where(image => !known.Any(other => other.Url == image.Url && IsSamePlace(other, image))).ToList();
        var linked = new List<KnownImage>(known.Count);
        foreach (var image in known)
        {
            var match = image.Url is null ? Named(open.Where(other => IsSamePlace(other, image)), image.StoredName) : null;
            if (match is not null)
                open.Remove(match);
            linked.Add(match is null ? image : image with { Url = match.Url, Version = match.Version, FileName = match.FileName });
        }
        return linked;
    }

    public static bool IsSamePlace(KnownImage one, KnownImage other) => one.ColorCode == other.ColorCode && one.IsSwatch == other.IsSwatch;

    public static bool IsSamePicture(KnownImage one, KnownImage other) => one.Url == other.Url && one.Version == other.Version;

    /// <summary>The one of which a stored name or address is: JOOR puts random letters after the stem of its name.</summary>
    public static KnownImage? Named(IEnumerable<KnownImage> images, string? storedName) => images
        .Where(image => Stem(image) is { Length: > 0 } stem && storedName?.Split('/')[^1].StartsWith(stem, StringComparison.OrdinalIgnoreCase) == true)
        .MaxBy(image => Stem(image)!.Length);

    private static string? Stem(KnownImage image) => Path.GetFileNameWithoutExtension(image.FileName);
}
