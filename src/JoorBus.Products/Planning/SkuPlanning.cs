namespace JoorBus.Products.Planning;

/// <summary>SKUs of v4: the whole matrix in one call when any is missing, and one call for those that differ.</summary>
internal static class SkuPlanning
{
    public static void Plan(PlanDraft draft, WantedProduct wanted)
    {
        if (draft.State.Catalog is not { } catalog)
            return;
        var known = catalog.Skus.ToDictionary(sku => sku.Content.Key, sku => sku.Content);
        var matrix = SkuMatrix.Of(wanted.Product, catalog.Skus);
        var changed = matrix.Where(sku => known.TryGetValue(sku.Key, out var before) && before != sku).ToList();
        if (matrix.Any(sku => !known.ContainsKey(sku.Key)))
            draft.Add(new CreateSkus(matrix));
        if (changed.Count > 0)
            draft.Add(new UpdateSkus(changed));
    }
}
