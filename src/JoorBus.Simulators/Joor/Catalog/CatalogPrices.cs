using System.Globalization;

namespace JoorBus.Simulators.Joor;

/// <summary>Prices of items by JOOR's id; used only under the account's lock.</summary>
internal sealed class CatalogPrices
{
    private readonly Dictionary<string, (CatalogSku Sku, CatalogPrice Price)> _ofSkus = [];
    private int _next = 700_001;

    public CatalogPrice Add(CatalogStyle style, JoorSimulatorPriceType type, decimal wholesale, decimal? retail) => Add(style.Prices, type, wholesale, retail);

    public CatalogPrice Add(CatalogSku sku, JoorSimulatorPriceType type, decimal wholesale, decimal? retail)
    {
        var price = Add(sku.Prices, type, wholesale, retail);
        _ofSkus.Add(price.Id.ToString(CultureInfo.InvariantCulture), (sku, price));
        return price;
    }

    /// <summary>A price of an item.</summary>
    public bool TryFind(string? id, out (CatalogSku Sku, CatalogPrice Price) found) => _ofSkus.TryGetValue(id ?? "", out found);

    /// <summary>The price of a style, and of all its items.</summary>
    public void Set(CatalogStyle style, JoorSimulatorPriceType type, decimal wholesale, decimal? retail)
    {
        if (!Change(style.Prices, type, wholesale, retail))
            Add(style, type, wholesale, retail);
        foreach (var sku in style.Skus.Where(sku => !Change(sku.Prices, type, wholesale, retail)))
            Add(sku, type, wholesale, retail);
    }

    /// <summary>Gives the item those of the style's prices that it lacks.</summary>
    public void Inherit(CatalogSku sku)
    {
        foreach (var price in sku.Style.Prices.Where(price => !sku.Prices.Exists(own => own.Type.Id == price.Type.Id)))
            Add(sku, price.Type, price.Wholesale, price.Retail);
    }

    private CatalogPrice Add(List<CatalogPrice> prices, JoorSimulatorPriceType type, decimal wholesale, decimal? retail)
    {
        var price = new CatalogPrice { Id = _next++, Type = type, Wholesale = wholesale, Retail = retail };
        prices.Add(price);
        return price;
    }

    private static bool Change(List<CatalogPrice> prices, JoorSimulatorPriceType type, decimal wholesale, decimal? retail)
    {
        if (prices.Find(price => price.Type.Id == type.Id) is not { } known)
            return false;
        (known.Wholesale, known.Retail) = (wholesale, retail ?? known.Retail);
        return true;
    }
}
