namespace JoorBus.Joor;

/// <summary>Products through v4.</summary>
public sealed class JoorProducts
{
    private readonly JoorRequestDoor _door;
    private readonly JoorV4List<JoorProduct> _list;

    internal JoorProducts(JoorRequestDoor door) => (_door, _list) = (door, new(door, "/products", JoorProductShape.Element));

    /// <summary>Reads one page; null or empty filters leave all in.</summary>
    public Task<JoorAnswer<JoorPage<JoorProduct>>> ReadPageAsync(JoorPaging paging, JoorProductFilter? filter, CancellationToken cancellationToken) =>
        _list.ReadPageAsync(query => Filter(query, filter), paging, cancellationToken);

    /// <summary>Reads page after page; ends after the last or after the first answer that is not accepted.</summary>
    public IAsyncEnumerable<JoorAnswer<JoorPage<JoorProduct>>> ReadAllAsync(
        JoorProductFilter? filter = null, JoorPaging? paging = null, CancellationToken cancellationToken = default) =>
        _list.ReadAllAsync(query => Filter(query, filter), paging, cancellationToken);

    /// <summary>Creates products; one that exists is refused as DUPLICATED.</summary>
    public Task<JoorAnswer<JoorBulk<JoorProduct, JoorProduct>>> CreateAsync(IReadOnlyList<JoorProduct> products, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorProductShape.Create, products, (checks, product, where) => checks.Required("name", product.Name, where), cancellationToken);

    /// <summary>Sets what is given of products with an id.</summary>
    public Task<JoorAnswer<JoorBulk<JoorProduct, JoorProduct>>> UpdateAsync(IReadOnlyList<JoorProduct> products, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorProductShape.Update, products, (checks, product, where) => checks.Required("id", product.Id, where), cancellationToken);

    private static JoorQueryText Filter(JoorQueryText query, JoorProductFilter? filter) =>
        query.Add("product_ids", filter?.Ids).Add("external_ids", filter?.ExternalIds);
}

/// <summary>Which products. Neither parameter is documented.</summary>
public sealed record JoorProductFilter
{
    public IReadOnlyList<string> Ids { get; init; } = [];

    public IReadOnlyList<string> ExternalIds { get; init; } = [];
}
