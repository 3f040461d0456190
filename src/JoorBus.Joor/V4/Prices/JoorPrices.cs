namespace JoorBus.Joor;

/// <summary>Prices through v4.</summary>
public sealed class JoorPrices
{
    private readonly JoorRequestDoor _door;
    private readonly JoorV4List<JoorPrice> _list;

    internal JoorPrices(JoorRequestDoor door) => (_door, _list) = (door, new(door, "/prices", JoorPriceShape.Element));

    /// <summary>Reads one page of the prices of some SKUs; empty for all.</summary>
    public Task<JoorAnswer<JoorPage<JoorPrice>>> ReadPageAsync(JoorPaging paging, IReadOnlyList<string> skuIds, CancellationToken cancellationToken) =>
        _list.ReadPageAsync(query => query.Add("sku_ids", skuIds), paging, cancellationToken);

    /// <summary>Reads page after page; ends after the last or after the first answer that is not accepted.</summary>
    public IAsyncEnumerable<JoorAnswer<JoorPage<JoorPrice>>> ReadAllAsync(
        IReadOnlyList<string> skuIds, JoorPaging? paging = null, CancellationToken cancellationToken = default) =>
        _list.ReadAllAsync(query => query.Add("sku_ids", skuIds), paging, cancellationToken);

    /// <summary>Creates prices; one that exists is refused as DUPLICATED.</summary>
    public Task<JoorAnswer<JoorBulk<JoorPrice, JoorPrice>>> CreateAsync(IReadOnlyList<JoorPrice> prices, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorPriceShape.Create, prices, JoorPriceShape.CheckNew, cancellationToken);

    /// <summary>Sets the values of prices with an id.</summary>
    public Task<JoorAnswer<JoorBulk<JoorPrice, JoorPrice>>> UpdateAsync(IReadOnlyList<JoorPrice> prices, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorPriceShape.Update, prices, (checks, price, where) => checks.Required("id", price.Id, where), cancellationToken);
}
