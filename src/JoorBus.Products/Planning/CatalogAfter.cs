namespace JoorBus.Products.Planning;

/// <summary>What is known of a product of v4 after a call.</summary>
internal static class CatalogAfter
{
    public static KnownProduct Of(KnownProduct known, ProductCall call, CallAnswer answer) => call switch
    {
        CreateProduct create => known with
        {
            Catalog = new KnownCatalog { ProductId = answer.Id, Content = create.Product },
            MustBeRead = known.MustBeRead || answer.Id is null,
        },
        _ when known.Catalog is not { } => known,
        UpdateProduct update => known with { Catalog = known.Catalog with { Content = update.Product, IsRead = false } },
        CreateSkus create => Skus(known, known.Catalog, create.Skus, answer),
        UpdateSkus update => Skus(known, known.Catalog, update.Skus, answer),
        CreatePrices create => Prices(known, known.Catalog, create.Prices, answer),
        UpdatePrices update => Prices(known, known.Catalog, update.Prices, answer),
        UpdateCollection update => known with { Catalog = known.Catalog with { Linesheets = Linesheets(known.Catalog.Linesheets, update) } },
        AddAssets add => Assets(known, known.Catalog, add, answer),
        _ => known,
    };

    private static KnownProduct Skus(KnownProduct known, KnownCatalog catalog, IReadOnlyList<SkuContent> sent, CallAnswer answer)
    {
        var skus = catalog.Skus.ToDictionary(sku => sku.Content.Key);
        var mustBeRead = known.MustBeRead;
        foreach (var (content, element) in Answered(sent, answer, ref mustBeRead))
        {
            var id = element.Id ?? skus.GetValueOrDefault(content.Key)?.Id;
            mustBeRead |= id is null;
            skus[content.Key] = new KnownSku { Id = id, Content = content };
        }
        return known with { MustBeRead = mustBeRead, Catalog = catalog with { Skus = [.. skus.Values] } };
    }

    private static KnownProduct Prices(KnownProduct known, KnownCatalog catalog, IReadOnlyList<PlannedPrice> sent, CallAnswer answer)
    {
        var prices = catalog.Prices.ToDictionary(price => (price.Key, price.PriceTypeId));
        var mustBeRead = known.MustBeRead;
        foreach (var (price, element) in Answered(sent, answer, ref mustBeRead))
        {
            var before = prices.GetValueOrDefault((price.Key, price.PriceTypeId));
            var id = element.Id ?? before?.Id;
            mustBeRead |= id is null;
            prices[(price.Key, price.PriceTypeId)] = new KnownPrice
            {
                Id = id,
                Key = price.Key,
                PriceTypeId = price.PriceTypeId,
                Wholesale = price.Wholesale,
                Retail = price.Retail ?? before?.Retail,
            };
        }
        return known with { MustBeRead = mustBeRead, Catalog = catalog with { Prices = [.. prices.Values] } };
    }

    private static IReadOnlyList<KnownLinesheet> Linesheets(IReadOnlyList<KnownLinesheet> before, UpdateCollection update)
    {
        var others = before.Where(linesheet => linesheet.Code != update.Code);
        return update.Content is { } content ? [.. others, new KnownLinesheet { Code = update.Code, Content = content }] : [.. others];
    }

    private static KnownProduct Assets(KnownProduct known, KnownCatalog catalog, AddAssets add, CallAnswer answer)
    {
        var mustBeRead = known.MustBeRead;
        var added = Answered(add.Images, answer, ref mustBeRead).Select(pair => pair.Sent with { StoredName = pair.Answer.Id }).ToList();
        var kept = catalog.Images.Where(image => image.IsSwatch != add.AreSwatches
            || (!add.ReplacesAll && !added.Any(other => add.AreSwatches && other.ColorCode == image.ColorCode)));
        return known with { MustBeRead = mustBeRead, Catalog = catalog with { Images = [.. kept, .. added] } };
    }

    private static List<(T Sent, ElementAnswer Answer)> Answered<T>(IReadOnlyList<T> sent, CallAnswer answer, ref bool mustBeRead)
    {
        var answers = answer.Elements.Count == 0 ? sent.Select(_ => new ElementAnswer(ElementOutcome.Accepted)) : answer.Elements;
        var pairs = sent.Zip(answers).ToList();
        mustBeRead |= pairs.Count < sent.Count || pairs.Any(pair => pair.Second.Outcome == ElementOutcome.Unconfirmed);
        return [.. pairs.Where(pair => pair.Second.Outcome == ElementOutcome.Accepted).Select(pair => (pair.First, pair.Second))];
    }
}
