using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>Images of v2. That of a colour is overwritten by the next; those of the style as a whole are deleted by JOOR's own names.</summary>
internal static class StyleImagePlanning
{
    public static void Plan(PlanDraft draft, WantedProduct wanted)
    {
        if (!draft.Input.Settings.SendsImages || draft.State.Style is not { } style)
            return;
        var images = wanted.ImagesOver(style.Images, draft.Input);
        if (ImageLinks.Link(style.Images, images) is var linked && linked != style.Images)
            draft.Know(known => known.Style is { } before ? known with { Style = before with { Images = ImageLinks.Link(before.Images, images) } } : known);
        foreach (var image in images.Where(image => image.ColorCode is not null))
        {
            if (!linked.Any(other => ImageLinks.IsSamePlace(other, image) && ImageLinks.IsSamePicture(other, image)))
                draft.Add(Put(draft, image, displayOrder: 1));
        }
        PlanStyleImages(draft, [.. images.Where(image => image.ColorCode is null)], [.. linked.Where(image => image.ColorCode is null)]);
    }

    private static void PlanStyleImages(PlanDraft draft, List<KnownImage> wanted, List<KnownImage> known)
    {
        var (missing, last) = (new List<(KnownImage Image, int Order)>(), 0);
        var gone = known.Where(image => image.Url is not null).ToList();
        foreach (var image in wanted)
        {
            if (gone.Find(other => ImageLinks.IsSamePicture(other, image)) is { } kept && kept.DisplayOrder > last)
            {
                gone.Remove(kept);
                last = kept.DisplayOrder;
            }
            else
            {
                missing.Add((image, ++last));
            }
        }
        // Without JOOR's names nothing can be deleted, and what is put beside it would be there twice.
        if (gone.Exists(image => image.StoredName is null))
        {
            draft.Know(state => state with { MustBeRead = true });
            return;
        }
        foreach (var image in gone)
            draft.Add(new DeleteImage(draft.Input.StyleNumber, draft.Input.StyleIdentifier, image.StoredName!));
        foreach (var (image, order) in missing)
            draft.Add(Put(draft, image, order));
    }

    private static PutImage Put(PlanDraft draft, KnownImage image, int displayOrder) => new(
        new JoorImageTarget
        {
            StyleNumber = draft.Input.StyleNumber,
            StyleIdentifier = draft.Input.StyleIdentifier,
            FileName = image.FileName!,
            DisplayOrder = displayOrder,
            ColorCode = image.ColorCode,
            IsSwatch = image.IsSwatch ? true : null,
        },
        image.Url!,
        image.Version);
}
