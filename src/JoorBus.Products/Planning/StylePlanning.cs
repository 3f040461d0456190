using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>The style of v2: one PUT when anything differs, and one more to take it off its last linesheets.</summary>
internal static class StylePlanning
{
    public static void Plan(PlanDraft draft, WantedProduct wanted)
    {
        var known = draft.State.Style;
        var body = StyleBody.Of(wanted, known, draft.Input);
        if (known is null)
            draft.Add(new PutStyle(body, IsNew: true, []));
        else if (Differences(body, known) is { Count: > 0 } changes)
            draft.Add(new PutStyle(body, IsNew: false, changes));
        if (StyleDeliveries.ToDrop(wanted, draft.State, body, draft.Input.Settings) is { Count: > 0 } dropped)
            draft.Add(new DropLinesheets(Drop(body, dropped)));
    }

    private static IReadOnlyList<string> Differences(JoorStyle body, KnownStyle known)
    {
        var changes = JsonMatch.Differences(Compared(known.Content), Compared(body), known.IsRead);
        return StyleDeliveries.Differ(body, known) ? [.. changes, "linesheets"] : changes;
    }

    private static JoorStyle Compared(JoorStyle style) => style with
    {
        StyleId = null, Deliveries = [], DeliveryOverwrite = null, Clears = JoorStyleLists.None, Images = [], CreatedAt = null, ModifiedAt = null, IsDeleted = false,
    };

    private static JoorStyle Drop(JoorStyle body, IReadOnlyList<JoorStyleDelivery> dropped) => new()
    {
        StyleId = body.StyleId,
        Name = body.Name,
        Number = body.Number,
        Identifier = body.Identifier,
        Deliveries = dropped,
        DeliveryOverwrite = JoorDeliveryOverwrite.Remove,
    };
}
