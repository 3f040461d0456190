using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Checking;

namespace JoorBus.Products.Planning;

/// <summary>Linesheets of v4: collections by the delivery's code. Each style says only its own place in a collection.</summary>
internal static class LinesheetPlanning
{
    public static void Plan(PlanDraft draft, WantedProduct wanted)
    {
        if (!draft.Input.Settings.SendsDeliveries || draft.State.Catalog is not { } catalog)
            return;
        var seasons = new HashSet<SeasonName>();
        var listed = wanted.Product.Deliveries.Where(delivery => delivery.IsDropped != true).ToList();
        foreach (var delivery in listed)
            Plan(draft, delivery.Code, Content(delivery, catalog.Skus), seasons);
        foreach (var code in ToDrop(draft, catalog, wanted, [.. listed.Select(delivery => delivery.Code)]))
            draft.Add(new UpdateCollection(code, null, SetsHeader: false));
    }

    private static void Plan(PlanDraft draft, string code, LinesheetContent content, HashSet<SeasonName> seasons)
    {
        var facts = draft.Input.Facts;
        var known = draft.State.Catalog!.Linesheets.FirstOrDefault(linesheet => linesheet.Code == code);
        var collection = facts.Collections is { } all ? Naming.Collection(code, all) : null;
        var isMissing = collection is null && (known is null || facts.Collections is not null);
        if (!isMissing && known?.Content is { } before && JsonMatch.AreEqual(before, content))
            return;
        if (content.Season is { } season && (facts.Seasons is null || Naming.Season(season, facts.Seasons) is null) && (isMissing || known?.Content?.Season != season) && seasons.Add(season))
            draft.Add(new CreateSeason(season));
        if (isMissing)
            draft.Add(new CreateCollection(code, content));
        draft.Add(new UpdateCollection(code, content, !isMissing && Header(content) != HeaderOf(known?.Content, collection)));
    }

    private static List<string> ToDrop(PlanDraft draft, KnownCatalog catalog, WantedProduct wanted, HashSet<string> listed)
    {
        var byName = wanted.Product.Deliveries.Where(delivery => delivery.IsDropped == true).Select(delivery => delivery.Code).ToHashSet();
        var keepsManual = draft.Input.Settings.KeepsManualDeliveries;
        var known = catalog.Linesheets.Select(linesheet => linesheet.Code);
        var found = (draft.Input.Facts.Collections ?? [])
            .Where(collection => catalog.ProductId is { } id && collection.Items?.Any(item => item.ProductId == id) == true)
            .Select(collection => collection.ExternalId ?? collection.Id!);
        return [.. known.Concat(found).Distinct()
            .Where(code => !keepsManual || byName.Contains(code) || draft.State.OwnLinesheets.Contains(code))
            .Where(code => !listed.Contains(code) && !wanted.Checks.LeavesOut(ProductParts.Delivery(code)))];
    }

    private static LinesheetContent Content(ProductDelivery delivery, IReadOnlyList<KnownSku> skus) => new()
    {
        Name = delivery.Name,
        Season = (delivery.SeasonName ?? delivery.SeasonCode) is { } name ? new SeasonName(delivery.SeasonCode, name, delivery.SeasonYear) : null,
        ShipStart = delivery.ShipStart,
        ShipEnd = delivery.ShipEnd,
        OrderNumber = delivery.DisplayOrder,
        Shown = delivery.HiddenColors.Count == 0 ? null
            : [.. skus.Select(sku => sku.Content).Where(sku => !sku.IsColorInactive && !sku.IsSizeInactive && !delivery.HiddenColors.Contains(sku.Key.ColorCode))
                .Select(sku => sku.Key).OrderBy(key => key.ColorCode, StringComparer.Ordinal).ThenBy(key => key.Size, StringComparer.Ordinal)],
    };

    private static (string? Name, string? Season, DateOnly?, DateOnly?) Header(LinesheetContent content) =>
        (content.Name, content.Season?.Code ?? content.Season?.Name, content.ShipStart, content.ShipEnd);

    private static (string?, string?, DateOnly?, DateOnly?) HeaderOf(LinesheetContent? known, JoorCollection? collection) => known is not null
        ? Header(known)
        : (collection?.Name, collection?.Season?.ExternalId ?? collection?.Season?.Name, collection?.Delivery?.StartShip, collection?.Delivery?.CompleteShip);
}
