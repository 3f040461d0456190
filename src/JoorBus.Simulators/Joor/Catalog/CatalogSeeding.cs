namespace JoorBus.Simulators.Joor;

internal static class CatalogSeeding
{
    public static void Fill(JoorCatalog catalog, JoorCatalogSeed seed, DateTimeOffset now)
    {
        if (seed.Styles == 0)
            return;
        var items = new SeededItems(seed);
        foreach (var style in Enumerable.Range(0, items.Count).Select(number => items[number]).GroupBy(item => item.Style))
            AddStyle(catalog, [.. style], now);
    }

    private static void AddStyle(JoorCatalog catalog, IReadOnlyList<SeededItem> items, DateTimeOffset now)
    {
        var first = items[0];
        var style = catalog.Add(first.StyleNumber, first.StyleNumber, first.StyleName, now);
        style.ExternalId = first.StyleNumber;
        foreach (var type in catalog.PriceTypes)
            catalog.Prices.Add(style, type, first.Wholesale, Retail(first));
        foreach (var item in items)
        {
            var sku = catalog.Sku(style, catalog.Color(style, item.Color.Name!, item.Color.Code), catalog.Size(style, item.Size.Name!, item.Size.Code));
            catalog.Identify(sku, "upc", item.Upc);
            foreach (var type in catalog.PriceTypes)
                catalog.Prices.Add(sku, type, item.Wholesale, Retail(item));
        }
    }

    private static decimal Retail(SeededItem item) => item.Wholesale * 2.5m;
}
