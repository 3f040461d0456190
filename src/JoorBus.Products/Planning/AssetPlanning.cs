namespace JoorBus.Products.Planning;

/// <summary>Pictures and swatches of v4. A picture that is no longer wanted goes when all are sent anew, which spares what people added.</summary>
internal static class AssetPlanning
{
    public static void Plan(PlanDraft draft, WantedProduct wanted)
    {
        if (!draft.Input.Settings.SendsImages || draft.State.Catalog is not { } catalog)
            return;
        var images = wanted.ImagesOver(catalog.Images, draft.Input);
        if (ImageLinks.Link(catalog.Images, images) is var linked && linked != catalog.Images)
            draft.Know(known => known.Catalog is { } before ? known with { Catalog = before with { Images = ImageLinks.Link(before.Images, images) } } : known);
        PlanPictures(draft, [.. images.Where(image => !image.IsSwatch)], [.. linked.Where(image => !image.IsSwatch)]);
        var swatches = images.Where(image => image.IsSwatch && !linked.Any(other => ImageLinks.IsSamePlace(other, image) && ImageLinks.IsSamePicture(other, image))).ToList();
        if (swatches.Count > 0)
            draft.Add(new AddAssets(swatches, AreSwatches: true, ReplacesAll: false));
    }

    private static void PlanPictures(PlanDraft draft, List<KnownImage> images, List<KnownImage> known)
    {
        var wanted = images.Select((image, index) => image with { DisplayOrder = index + 1, StoredName = null }).ToList();
        var ours = known.Where(image => image.Url is not null).OrderBy(image => image.DisplayOrder).ToList();
        var isBeginning = ours.Count <= wanted.Count && ours.Zip(wanted).All(pair => ImageLinks.IsSamePicture(pair.First, pair.Second));
        var replacesAll = !isBeginning && wanted.Count > 0 && ours.Count == known.Count;
        var missing = replacesAll ? wanted : [.. wanted.Where(image => !ours.Exists(other => ImageLinks.IsSamePicture(other, image)))];
        if (missing.Count > 0)
            draft.Add(new AddAssets(missing, AreSwatches: false, replacesAll));
    }
}
