using JoorBus.Joor;
using JoorBus.Products.Checking;

namespace JoorBus.Products.Planning;

/// <summary>Removals: first of all calls when they are free to go, held with a sentence otherwise.</summary>
internal static class RemovalPlanning
{
    public static void Plan(PlanDraft draft)
    {
        foreach (var removal in draft.Input.Removals)
        {
            if (removal is { ColorCode: not null, Size: not null })
                draft.Refuse([Both(removal)]);
            else if (CallOf(draft, removal) is not { } call)
                continue;
            else if (removal.IsReleased || draft.Input.Settings.RemovesUnasked)
                draft.Add(call);
            else
                draft.Hold(removal, RemovalSentence.Of(draft.Input, removal));
        }
    }

    private static ProductCall? CallOf(PlanDraft draft, Removal removal) =>
        draft.Input.Api == JoorApiVersion.V2 ? StyleCall(draft.State, removal) : CatalogCall(draft.State, removal);

    private static ProductCall? StyleCall(KnownProduct known, Removal removal)
    {
        if (known.Style is not { Content: var content } style)
            return null;
        var key = new JoorStyleKey { Id = style.StyleId, Number = content.Number ?? known.StyleNumber, Identifier = content.Identifier ?? known.StyleIdentifier };
        return removal switch
        {
            { ColorCode: { } code } => content.Colors.Any(color => color.Code == code) ? new DeleteColor(key, code) : null,
            { Size: { } name } => content.Sizes.Any(size => size.Name == name) ? new DeleteSize(key, name) : null,
            _ => new DeleteStyle(key),
        };
    }

    // v4 documents no deletion: what shall go becomes INACTIVE, a whole product by all its colours.
    private static UpdateSkus? CatalogCall(KnownProduct known, Removal removal)
    {
        var skus = (known.Catalog?.Skus ?? []).Select(sku => sku.Content).Where(sku => removal switch
        {
            { ColorCode: { } code } => sku.Key.ColorCode == code && !sku.IsColorInactive,
            { Size: { } name } => sku.Key.Size == name && !sku.IsSizeInactive,
            _ => !sku.IsColorInactive,
        }).Select(sku => removal.Size is null ? sku with { IsColorInactive = true } : sku with { IsSizeInactive = true }).ToList();
        return skus.Count == 0 ? null : new UpdateSkus(skus);
    }

    private static ProductFault Both(Removal removal) => new(
        $"removal of {removal.ColorCode}/{removal.Size}",
        $"The removal names colour {removal.ColorCode} and size {removal.Size}; JOOR removes a colour, a size or a style. Name one of the two, or none for the style.",
        StopsStyle: false);
}
