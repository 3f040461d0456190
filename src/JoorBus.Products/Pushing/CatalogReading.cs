using JoorBus.Joor;
using JoorBus.Products.Planning;

namespace JoorBus.Products.Pushing;

/// <summary>Reads products through v4 with their SKUs and prices, and the account's collections.</summary>
internal sealed class CatalogReading(JoorClient client, LeaseGuard guard, FactsCache facts, JoorPriority priority = JoorPriority.Products) : IKnownReading
{
    private JoorV4 V4 => client.V4;

    public async Task<KnownReading> ReadAsync(IReadOnlyList<PushStyle> styles, CancellationToken cancellationToken)
    {
        var (found, obstacle) = await ReadAsync([.. styles.Select(style => style.Dirty.Style)], cancellationToken);
        return obstacle is not null
            ? new KnownReading([], obstacle)
            : new KnownReading([.. styles.Select(style => style.Known.Adopt(found.GetValueOrDefault(style.Dirty.Style)))]);
    }

    /// <summary>Products by style identifier; those that JOOR does not have are missing.</summary>
    public async Task<(IReadOnlyDictionary<string, ReadProduct> Found, CallFate.Later? Obstacle)> ReadAsync(IReadOnlyList<string> styles, CancellationToken cancellationToken)
    {
        var nothing = new Dictionary<string, ReadProduct>();
        var products = new Dictionary<string, JoorProduct>(StringComparer.Ordinal);
        foreach (var some in IdChunks.Of(styles))
        {
            var filter = new JoorProductFilter { ExternalIds = some };
            var (page, noProducts) = await FactsReading.AllAsync<JoorProduct>(guard, "products", (paging, token) => V4.Products.ReadPageAsync(paging, filter, token), cancellationToken, priority);
            if (noProducts is not null)
                return (nothing, noProducts);
            foreach (var product in page!.Where(product => product.ExternalId is { } id && some.Contains(id)))
                products[product.ExternalId!] = product;
        }

        if (products.Count == 0)
            return (nothing, null);
        var (skus, noSkus) = await ChunksAsync<JoorSku>(products.Values.Select(product => product.Id!), "SKUs", V4.Skus.ReadPageAsync, cancellationToken);
        if (noSkus is not null)
            return (nothing, noSkus);
        var ids = products.Values.Select(product => product.Id).ToHashSet();
        var own = skus.Where(sku => sku is { Id: not null, ProductId: not null } && ids.Contains(sku.ProductId)).ToList();
        var (prices, noPrices) = await ChunksAsync<JoorPrice>(own.Select(sku => sku.Id!), "prices", V4.Prices.ReadPageAsync, cancellationToken);
        if (noPrices is not null)
            return (nothing, noPrices);
        var (collections, noCollections) = await FactsReading.AllAsync<JoorCollection>(guard, "collections", V4.Collections.ReadPageAsync, cancellationToken, priority);
        if (noCollections is not null)
            return (nothing, noCollections);
        facts.Change(guard.Connection, before => before with { Collections = collections }, keepsTime: true);
        return (products.ToDictionary(pair => pair.Key, pair => Of(pair.Value, own, prices, collections!)), null);
    }

    private static ReadProduct Of(JoorProduct product, List<JoorSku> skus, IReadOnlyList<JoorPrice> prices, IReadOnlyList<JoorCollection> collections)
    {
        var own = skus.Where(sku => sku.ProductId == product.Id).ToList();
        var ids = own.Select(sku => sku.Id).ToHashSet();
        return new ReadProduct { Product = product, Skus = own, Prices = [.. prices.Where(price => ids.Contains(price.SkuId))], Collections = collections };
    }

    private async Task<(IReadOnlyList<T> All, CallFate.Later? Obstacle)> ChunksAsync<T>(
        IEnumerable<string> ids, string what, Func<JoorPaging, IReadOnlyList<string>, CancellationToken, Task<JoorAnswer<JoorPage<T>>>> read, CancellationToken cancellationToken)
    {
        var all = new List<T>();
        foreach (var some in IdChunks.Of(ids))
        {
            var (page, obstacle) = await FactsReading.AllAsync<T>(guard, what, (paging, token) => read(paging, some, token), cancellationToken, priority);
            if (obstacle is not null)
                return ([], obstacle);
            all.AddRange(page!);
        }

        return (all, null);
    }
}
