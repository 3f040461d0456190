using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>What is known of a style of v2 after a call.</summary>
internal static class StyleAfter
{
    public static KnownProduct Of(KnownProduct known, ProductCall call, CallAnswer answer) => call switch
    {
        PutStyle put => known with { Style = Put(known, put.Style, answer.Id) },
        DeleteStyle => known with { Style = null },
        _ when known.Style is not { } => known,
        DropLinesheets drop => known with { Style = Drop(known.Style, drop.Style.Deliveries) },
        DeleteColor gone => known with { Style = WithoutColor(known.Style, gone.ColorCode) },
        DeleteSize gone => known with { Style = WithoutSize(known.Style, gone.Size) },
        PutImage put => known with { Style = known.Style with { Images = With(known.Style.Images, Image(put, answer.Id)) } },
        DeleteImage gone => known with { Style = known.Style with { Images = [.. known.Style.Images.Where(image => image.StoredName != gone.StoredName)] } },
        _ => known,
    };

    private static KnownStyle Put(KnownProduct known, JoorStyle sent, string? id)
    {
        var before = known.Style;
        return new KnownStyle
        {
            StyleId = id ?? before?.StyleId,
            Content = sent with
            {
                DeliveryOverwrite = null,
                Clears = JoorStyleLists.None,
                // A body that lists none adds none.
                Deliveries = sent.Deliveries.Count == 0 && before is { IsRead: false } ? before.Content.Deliveries : sent.Deliveries,
            },
            OtherDeliveries = before is null ? [] : Deliveries.Without([.. Deliveries.Left(known, sent)], sent.Deliveries),
            Images = before?.Images ?? [],
        };
    }

    private static KnownStyle Drop(KnownStyle style, IReadOnlyList<JoorStyleDelivery> dropped) => style with
    {
        Content = style.Content with { Deliveries = Deliveries.Without(style.Content.Deliveries, dropped) },
        OtherDeliveries = Deliveries.Without(style.OtherDeliveries, dropped),
    };

    private static KnownStyle WithoutColor(KnownStyle style, string code) => style with
    {
        Content = style.Content with
        {
            Colors = [.. style.Content.Colors.Where(color => color.Code != code)],
            Upcs = [.. style.Content.Upcs.Where(upc => upc.ColorCode != code)],
            Deliveries = [.. style.Content.Deliveries.Select(delivery =>
                delivery with { HiddenColors = [.. delivery.HiddenColors.Where(color => color.Code != code)] })],
        },
        Images = [.. style.Images.Where(image => image.ColorCode != code)],
    };

    private static KnownStyle WithoutSize(KnownStyle style, string size) => style with
    {
        Content = style.Content with
        {
            Sizes = [.. style.Content.Sizes.Where(known => known.Name != size)],
            Upcs = [.. style.Content.Upcs.Where(upc => upc.SizeName != size)],
        },
    };

    private static KnownImage Image(PutImage put, string? storedName) => new()
    {
        ColorCode = put.Target.ColorCode,
        IsSwatch = put.Target.IsSwatch == true,
        FileName = put.Target.FileName,
        // The name it was sent under is no name JOOR gave it.
        StoredName = storedName == put.Target.FileName ? null : storedName,
        Url = put.Url,
        Version = put.Version,
        DisplayOrder = put.Target.DisplayOrder,
    };

    private static IReadOnlyList<KnownImage> With(IReadOnlyList<KnownImage> images, KnownImage added) =>
        [.. images.Where(image => added.ColorCode is null || image.ColorCode != added.ColorCode || image.IsSwatch != added.IsSwatch), added];
}
