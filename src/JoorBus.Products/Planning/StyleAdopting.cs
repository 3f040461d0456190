using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>A style of v2 that was read.</summary>
internal static class StyleAdopting
{
    public static KnownStyle Of(KnownStyle? before, JoorStyle read)
    {
        var images = Images(before?.Images ?? [], read.Images);
        if (before is { IsRead: false } && Agrees(read, before.Content))
        {
            return before with
            {
                StyleId = read.StyleId ?? before.StyleId,
                OtherDeliveries = Deliveries.Without(read.Deliveries, before.Content.Deliveries),
                Images = images,
            };
        }
        return new KnownStyle { StyleId = read.StyleId ?? before?.StyleId, Content = read with { Images = [] }, IsRead = true, Images = images };
    }

    // JOOR documents no list of what GET gives: a field that is not there says nothing, but a style always has its colours, sizes and prices.
    private static bool Agrees(JoorStyle read, JoorStyle sent) =>
        !JsonMatch.Contradicts(Compared(read), Compared(sent))
        && read.Colors.Count >= sent.Colors.Count && read.Sizes.Count >= sent.Sizes.Count && read.Prices.Count >= sent.Prices.Count
        && Deliveries.Without(sent.Deliveries, read.Deliveries).Count == 0;

    private static JoorStyle Compared(JoorStyle style) => style with
    {
        StyleId = null, DeliveryOverwrite = null, Clears = JoorStyleLists.None, Images = [], CreatedAt = null, ModifiedAt = null, IsDeleted = false,
    };

    private static List<KnownImage> Images(IReadOnlyList<KnownImage> before, IReadOnlyList<JoorStyleImage> read)
    {
        var open = before.ToList();
        var images = new List<KnownImage>();
        foreach (var image in read)
        {
            var found = Image(image);
            var match = open.Find(known => known.StoredName is not null && known.StoredName == found.StoredName)
                ?? ImageLinks.Named(open.Where(known => known.StoredName is null && ImageLinks.IsSamePlace(known, found)), found.StoredName);
            if (match is not null)
                open.Remove(match);
            images.Add(match is null ? found : match with { StoredName = found.StoredName });
        }
        return images;
    }

    private static KnownImage Image(JoorStyleImage image) => new()
    {
        ColorCode = image.ColorCode,
        IsSwatch = image.IsSwatch,
        StoredName = image.FileName,
        DisplayOrder = image.DisplayOrder ?? 0,
    };
}
