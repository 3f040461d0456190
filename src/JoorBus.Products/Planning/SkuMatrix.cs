using JoorBus.Contracts.Products;

namespace JoorBus.Products.Planning;

/// <summary>Every colour in every size: those wanted, then those JOOR has and the style no longer names, which go only by a removal.</summary>
internal static class SkuMatrix
{
    private sealed record Color(string Code, string Name, int Order, bool IsInactive);

    private sealed record Size(string Name, string Code, int Order, bool IsInactive);

    public static IReadOnlyList<SkuContent> Of(Product product, IReadOnlyList<KnownSku> known)
    {
        var before = known.ToDictionary(sku => sku.Content.Key, sku => sku.Content);
        var wanted = product.Skus.ToDictionary(sku => new SkuKey(sku.ColorCode, sku.Size));
        var upcs = product.Skus.Select(sku => sku.Upc).OfType<string>().ToHashSet();
        return [.. from color in Colors(product, before.Values) from size in Sizes(product, before.Values) select Content(color, size)];

        SkuContent Content(Color color, Size size)
        {
            var key = new SkuKey(color.Code, size.Name);
            var (now, then) = (wanted.GetValueOrDefault(key), before.GetValueOrDefault(key));
            return new SkuContent
            {
                Key = key,
                ColorName = color.Name,
                SizeCode = size.Code,
                ColorOrder = color.Order,
                SizeOrder = size.Order,
                // JOOR documents no way to take a number away: it stays until another SKU gets it.
                Upc = now?.Upc ?? (then?.Upc is { } upc && !upcs.Contains(upc) ? upc : null),
                Sku = now?.Sku ?? then?.Sku,
                IsColorInactive = color.IsInactive,
                IsSizeInactive = size.IsInactive,
            };
        }
    }

    private static IEnumerable<Color> Colors(Product product, IReadOnlyCollection<SkuContent> known)
    {
        var wanted = product.Colors.Select((color, index) => new Color(color.Code, color.Name, index + 1, IsInactive: false)).ToList();
        var codes = product.Colors.Select(color => color.Code).ToHashSet();
        var left = known.Where(sku => !codes.Contains(sku.Key.ColorCode)).GroupBy(sku => sku.Key.ColorCode)
            .Select(group => new Color(group.Key, group.First().ColorName, group.First().ColorOrder, group.Any(sku => sku.IsColorInactive)));
        return [.. wanted, .. left];
    }

    private static IEnumerable<Size> Sizes(Product product, IReadOnlyCollection<SkuContent> known)
    {
        var wanted = product.Sizes.Select((size, index) => new Size(size.Name, size.Code ?? size.Name, index + 1, IsInactive: false)).ToList();
        var names = product.Sizes.Select(size => size.Name).ToHashSet();
        var left = known.Where(sku => !names.Contains(sku.Key.Size)).GroupBy(sku => sku.Key.Size)
            .Select(group => new Size(group.Key, group.First().SizeCode, group.First().SizeOrder, group.Any(sku => sku.IsSizeInactive)));
        return [.. wanted, .. left];
    }
}
