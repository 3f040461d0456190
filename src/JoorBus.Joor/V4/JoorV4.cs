namespace JoorBus.Joor;

/// <summary>JOOR's v4. It documents no inventory and no customers: those go through <see cref="JoorV2"/>.</summary>
public sealed class JoorV4
{
    internal JoorV4(JoorRequestDoor door)
    {
        Products = new JoorProducts(door);
        Skus = new JoorSkus(door);
        Prices = new JoorPrices(door);
        PriceTypes = new JoorPlainList<JoorPriceType>(door, "/price_types", JoorPriceShape.Types);
        Categories = new JoorPlainList<JoorCategory>(door, "/categories", JoorCategories.ElementOfV4);
        Traits = new JoorPlainList<JoorTrait>(door, "/traits", JoorTraitShape.Element);
        Seasons = new JoorSeasons(door);
        Collections = new JoorCollections(door);
        Assets = new JoorAssets(door);
        Orders = new JoorOrders(door);
    }

    public JoorProducts Products { get; }

    public JoorSkus Skus { get; }

    public JoorPrices Prices { get; }

    public JoorPlainList<JoorPriceType> PriceTypes { get; }

    public JoorPlainList<JoorCategory> Categories { get; }

    public JoorPlainList<JoorTrait> Traits { get; }

    public JoorSeasons Seasons { get; }

    public JoorCollections Collections { get; }

    public JoorAssets Assets { get; }

    public JoorOrders Orders { get; }
}
