using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Pushing;

/// <summary>A plan as the requests that it means.</summary>
internal static class PlannedRequests
{
    public static IReadOnlyList<JoorDryRequest> Of(ProductPlan plan, JoorFormat format, AccountFacts facts)
    {
        var requests = new List<JoorDryRequest>();
        var known = plan.Known;
        foreach (var call in plan.Calls)
        {
            requests.Add(Of(call, known, format, facts));
            facts = facts.After(call, CallAnswer.Taken, known);
            known = known.After(call, CallAnswer.Taken);
        }

        return requests;
    }

    private static JoorDryRequest Of(ProductCall call, KnownProduct known, JoorFormat format, AccountFacts facts) => call switch
    {
        PutStyle put => JoorDryRun.Style(put.Style, put.IsNew, format),
        DropLinesheets drop => JoorDryRun.Style(drop.Style, isNew: false, format),
        DeleteColor gone => JoorDryRun.DeleteStyle(gone.Style, "color_code", gone.ColorCode),
        DeleteSize gone => JoorDryRun.DeleteStyle(gone.Style, "size", gone.Size),
        DeleteStyle gone => JoorDryRun.DeleteStyle(gone.Style),
        PutImage put => JoorDryRun.Image(put.Target, put.Url),
        DeleteImage gone => JoorDryRun.DeleteImage(gone.StyleNumber, gone.StyleIdentifier, gone.StoredName),
        CreateProduct create => JoorDryRun.Products([create.Product], isNew: true),
        UpdateProduct update => JoorDryRun.Products([CatalogBodies.Of(update, known)], isNew: false),
        CreateSkus create => JoorDryRun.Skus(CatalogBodies.Of(create, known), isNew: true),
        UpdateSkus update => JoorDryRun.Skus(CatalogBodies.Of(update, known), isNew: false),
        CreatePrices create => JoorDryRun.Prices(CatalogBodies.Of(create, known), isNew: true),
        UpdatePrices update => JoorDryRun.Prices(CatalogBodies.Of(update, known), isNew: false),
        CreateSeason create => JoorDryRun.Season(CollectionBodies.Of(create)),
        CreateCollection create => JoorDryRun.Collection(CollectionBodies.Of(create, facts), isNew: true),
        UpdateCollection update => JoorDryRun.Collection(CollectionBodies.Of(update.Code, [(update, known)], facts) ?? new JoorCollection { ExternalId = update.Code }, isNew: false),
        AddAssets add => JoorDryRun.Assets(CatalogBodies.Of(add, known), add.AreSwatches, add.ReplacesAll),
        _ => throw new InvalidOperationException($"{call.GetType().Name} is no call"),
    };
}
