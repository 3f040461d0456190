using JoorBus.Contracts.Products;
using JoorBus.Products.Checking;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Planning;

/// <summary>Prices of v4: each of the style's prices on each SKU that can be ordered. JOOR documents no deletion: one no longer given stays.</summary>
internal static class PricePlanning
{
    public static void Plan(PlanDraft draft, WantedProduct wanted)
    {
        if (draft.State.Catalog is not { } catalog)
            return;
        var known = catalog.Prices.ToDictionary(price => (price.Key, price.PriceTypeId));
        var (missing, changed) = (new List<PlannedPrice>(), new List<PlannedPrice>());
        foreach (var (type, price) in Typed(draft, wanted.Product))
        {
            foreach (var sku in catalog.Skus.Where(sku => sku.Content is { IsColorInactive: false, IsSizeInactive: false }))
            {
                var planned = new PlannedPrice(sku.Content.Key, type, Amounts.Plain(price.Wholesale), Amounts.Plain(price.Retail));
                if (!known.TryGetValue((planned.Key, type), out var before))
                    missing.Add(planned);
                else if (before.Wholesale != planned.Wholesale || (planned.Retail is { } retail && before.Retail != retail))
                    changed.Add(planned);
            }
        }
        if (missing.Count > 0)
            draft.Add(new CreatePrices(missing));
        if (changed.Count > 0)
            draft.Add(new UpdatePrices(changed));
    }

    private static List<(string TypeId, ProductPrice Price)> Typed(PlanDraft draft, Product product)
    {
        var typed = new List<(string, ProductPrice)>();
        foreach (var price in product.Prices)
        {
            if (Naming.PriceType(new PriceTypeName(price.Currency, price.Label), draft.Input.Facts.PriceTypes) is { Id: { } id })
                typed.Add((id, price));
            else
                draft.Refuse([NotRead(price)]);
        }
        return typed;
    }

    private static ProductFault NotRead(ProductPrice price) => new(
        ProductParts.Price(price),
        $"The price types of the JOOR account are not read yet, so that '{price.Label}' in {price.Currency} could not be looked up; it goes with the next attempt.",
        StopsStyle: false);
}
