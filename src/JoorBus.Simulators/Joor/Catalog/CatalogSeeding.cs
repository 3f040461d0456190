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
            style.Prices.Add(Price(catalog, type, first.Wholesale));
        foreach (var item in items)
        {
            var sku = catalog.Sku(style, catalog.Color(style, item.Color.Name!, item.Color.Code), catalog.Size(style, item.Size.Name!, item.Size.Code));
            catalog.Identify(sku, "upc", item.Upc);
            sku.Prices.AddRange(catalog.PriceTypes.Select(type => Price(catalog, type, item.Wholesale)));
        }
    }

    private static CatalogPrice Price(JoorCatalog catalog, JoorSimulatorPriceType type, decimal wholesale) =>
        new() { Id = catalog.NextPrice(), Type = type, Wholesale = wholesale, Retail = wholesale * 2.5m };
}
