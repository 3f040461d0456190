namespace JoorBus.Joor;

/// <summary>SKUs through v4.</summary>
public sealed class JoorSkus
{
    private readonly JoorRequestDoor _door;
    private readonly JoorV4List<JoorSku> _list;

    internal JoorSkus(JoorRequestDoor door) => (_door, _list) = (door, new(door, "/skus", JoorSkuShape.Element));

    /// <summary>Reads one page of the SKUs of some products; empty for all.</summary>
    public Task<JoorAnswer<JoorPage<JoorSku>>> ReadPageAsync(JoorPaging paging, IReadOnlyList<string> productIds, CancellationToken cancellationToken) =>
        _list.ReadPageAsync(query => query.Add("product_ids", productIds), paging, cancellationToken);

    /// <summary>Reads page after page; ends after the last or after the first answer that is not accepted.</summary>
    public IAsyncEnumerable<JoorAnswer<JoorPage<JoorSku>>> ReadAllAsync(
        IReadOnlyList<string> productIds, JoorPaging? paging = null, CancellationToken cancellationToken = default) =>
        _list.ReadAllAsync(query => query.Add("product_ids", productIds), paging, cancellationToken);

    /// <summary>Creates SKUs; send every colour with every size of a product.</summary>
    public Task<JoorAnswer<JoorBulk<JoorSku, JoorSku>>> CreateAsync(IReadOnlyList<JoorSku> skus, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorSkuShape.Create, skus, JoorSkuShape.Check, cancellationToken);

    /// <summary>Sets what is given of SKUs with an id.</summary>
    public Task<JoorAnswer<JoorBulk<JoorSku, JoorSku>>> UpdateAsync(IReadOnlyList<JoorSku> skus, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorSkuShape.Update, skus, (checks, sku, where) => checks.Required("id", sku.Id, where), cancellationToken);

    /// <summary>The same by the brand's own ids.</summary>
    public Task<JoorAnswer<JoorBulk<JoorSku, JoorSku>>> UpdateByExternalIdAsync(IReadOnlyList<JoorSku> skus, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorSkuShape.UpdateByExternalId, skus, (checks, sku, where) => checks.Required("external_id", sku.ExternalId, where), cancellationToken);
}
