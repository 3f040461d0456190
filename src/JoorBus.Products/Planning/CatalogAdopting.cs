using JoorBus.Joor;

namespace JoorBus.Products.Planning;

/// <summary>A product of v4 that was read.</summary>
internal static class CatalogAdopting
{
    public static KnownCatalog Of(KnownCatalog? before, ReadProduct read)
    {
        var keeps = before is { IsRead: false } && !JsonMatch.Contradicts(CatalogPlanning.Compared(read.Product), CatalogPlanning.Compared(before.Content));
        var skus = Skus(before?.Skus ?? [], read.Skus);
        return new KnownCatalog
        {
            ProductId = read.Product.Id ?? before?.ProductId,
            Content = keeps ? before!.Content : read.Product with { Images = [] },
            IsRead = !keeps,
            Skus = skus,
            Prices = Prices(skus, read.Prices),
            Linesheets = read.Collections is { } all ? Linesheets(before?.Linesheets ?? [], read.Product.Id ?? before?.ProductId, all) : before?.Linesheets ?? [],
            Images = Images(before?.Images ?? [], read.Product.Images),
        };
    }

    private static List<KnownSku> Skus(IReadOnlyList<KnownSku> before, IReadOnlyList<JoorSku> read)
    {
        var known = before.ToDictionary(sku => sku.Content.Key, sku => sku.Content);
        var skus = new Dictionary<SkuKey, KnownSku>();
        foreach (var sku in read)
        {
            if (ContentOf(sku) is { } found)
                skus[found.Key] = new KnownSku { Id = sku.Id, Content = known.TryGetValue(found.Key, out var sent) && Agrees(sku, found, sent) ? sent : found };
        }
        return [.. skus.Values];
    }

    private static SkuContent? ContentOf(JoorSku sku)
    {
        var (color, size) = (Value(sku, JoorTrait.ColorId, "Color"), Value(sku, JoorTrait.SizeId, "Size"));
        return (color?.ExternalId ?? color?.Value) is not { } code || size?.Value is not { } name ? null : new SkuContent
        {
            Key = new SkuKey(code, name),
            ColorName = color!.Value ?? code,
            SizeCode = size.ExternalId ?? name,
            ColorOrder = color.OrderNumber ?? 0,
            SizeOrder = size.OrderNumber ?? 0,
            Upc = UpcOf(sku),
            Sku = sku.SkuIdentifier,
            IsColorInactive = color.Status == JoorTraitStatus.Inactive,
            IsSizeInactive = size.Status == JoorTraitStatus.Inactive,
        };
    }

    // Whether JOOR returns numbers and places is not documented.
    private static bool Agrees(JoorSku read, SkuContent found, SkuContent sent) =>
        found.ColorName == sent.ColorName && found.IsColorInactive == sent.IsColorInactive && found.IsSizeInactive == sent.IsSizeInactive
        && (UpcOf(read) is null || found.Upc == sent.Upc) && (read.SkuIdentifier is null || found.Sku == sent.Sku)
        && (found.ColorOrder == 0 || found.ColorOrder == sent.ColorOrder) && (found.SizeOrder == 0 || found.SizeOrder == sent.SizeOrder);

    private static string? UpcOf(JoorSku sku) => sku.Identifiers.FirstOrDefault(number => number.Type.Equals("upc", StringComparison.OrdinalIgnoreCase))?.Value;

    private static JoorTraitValue? Value(JoorSku sku, string id, string name) => sku.TraitValues.FirstOrDefault(value => value.TraitId == id)
        ?? sku.TraitValues.FirstOrDefault(value => name.Equals(value.TraitName, StringComparison.OrdinalIgnoreCase));

    private static List<KnownPrice> Prices(List<KnownSku> skus, IReadOnlyList<JoorPrice> read)
    {
        var keys = skus.Where(sku => sku.Id is not null).ToDictionary(sku => sku.Id!, sku => sku.Content.Key);
        return [.. read.Where(price => price is { SkuId: not null, PriceType.Id: not null } && keys.ContainsKey(price.SkuId))
            .Select(price => new KnownPrice
            {
                Id = price.Id,
                Key = keys[price.SkuId!],
                PriceTypeId = price.PriceType!.Id!,
                Wholesale = Amounts.Plain(price.Wholesale ?? 0m),
                Retail = Amounts.Plain(price.Retail),
            })
            .DistinctBy(price => (price.Key, price.PriceTypeId))];
    }

    private static List<KnownLinesheet> Linesheets(IReadOnlyList<KnownLinesheet> before, string? productId, IReadOnlyList<JoorCollection> all) =>
        [.. all.Where(collection => collection.Items?.Any(item => item.ProductId == productId) == true)
            .Select(collection => collection.ExternalId ?? collection.Id!)
            .Select(code => before.FirstOrDefault(linesheet => linesheet.Code == code) ?? new KnownLinesheet { Code = code })];

    // JOOR lists pictures by names, or by addresses of its own: then those known stay as long as it lists any.
    private static List<KnownImage> Images(IReadOnlyList<KnownImage> before, IReadOnlyList<string> read)
    {
        var (swatches, open) = (before.Where(image => image.IsSwatch).ToList(), before.Where(image => !image.IsSwatch).ToList());
        var pictures = new List<KnownImage>();
        foreach (var (address, index) in read.Select((address, index) => (address, index)))
        {
            var match = open.Find(image => image.Url is null && image.StoredName == address) ?? ImageLinks.Named(open.Where(image => image.Url is not null), address);
            if (match is not null)
                open.Remove(match);
            pictures.Add(match ?? new KnownImage { StoredName = address, DisplayOrder = index + 1 });
        }
        var namesNothing = read.Count > 0 && before.Any(image => !image.IsSwatch) && pictures.TrueForAll(image => image.Url is null);
        return namesNothing ? [.. before] : [.. swatches, .. pictures];
    }
}
