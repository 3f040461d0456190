using System.Collections.Concurrent;

namespace JoorBus.Joor;

/// <summary>UPCs of SKUs, read by product and remembered: v4's order lines need not carry them.</summary>
internal sealed class JoorV4Upcs(JoorV4RowPages list, JoorV4OrderOptions names, TimeProvider clock)
{
    private const string Path = "/skus";
    private const int ProductsPerRead = 50;
    private const int MostProducts = 20_000;

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, IReadOnlyDictionary<string, string> Upcs)> _products = new();

    /// <summary>Null when every UPC that JOOR has is there; else the answer that was not accepted. A refusal leaves the lines without UPCs.</summary>
    public async Task<JoorAnswer<JoorV4LinesByOrder>?> FillAsync(JoorV4LinesByOrder lines, CancellationToken cancellationToken)
    {
        if (!names.ReadsUpcs)
            return null;
        var skus = lines.Rows.Select(JoorV4Sku.Of).Where(sku => sku is { Id: not null, ProductId: not null, Upc: null }).Select(sku => (Id: sku.Id!, Product: sku.ProductId!)).Distinct().ToList();
        var now = clock.GetUtcNow();
        foreach (var chunk in skus.Where(sku => !IsKnown(sku.Product, now)).Select(sku => sku.Product).Distinct().Chunk(ProductsPerRead))
        {
            if (await ReadAsync(chunk, now, cancellationToken) is { } fault)
                return fault.As(_ => lines);
        }
        foreach (var (id, product) in skus)
        {
            if (_products.TryGetValue(product, out var known) && known.Upcs.TryGetValue(id, out var upc))
                lines.Upcs[id] = upc;
        }
        return null;
    }

    private bool IsKnown(string product, DateTimeOffset now) => _products.TryGetValue(product, out var known) && known.Until > now;

    private async Task<JoorAnswer<JoorV4Rows>?> ReadAsync(string[] products, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var query = $"product_ids={string.Join(',', products.Select(Uri.EscapeDataString))}";
        var paging = new JoorV4Paging(names.LargestPage, list.Limit);
        var found = products.ToDictionary(product => product, _ => new Dictionary<string, string>());
        for (var shifts = 0; paging.HasMore;)
        {
            var answer = await list.ReadAsync(Path, query, paging, cancellationToken);
            if (answer is JoorAnswer<JoorV4Rows>.Refused or JoorAnswer<JoorV4Rows>.NotFound)
                break;
            if (answer is not JoorAnswer<JoorV4Rows>.Accepted { Value: var page })
                return answer;
            var skus = page.Rows.Select(JoorV4Sku.OfProduct).ToList();
            foreach (var sku in skus.Where(sku => sku is { Id: not null, ProductId: not null, Upc: not null }))
            {
                if (found.TryGetValue(sku.ProductId!, out var upcs))
                    upcs[sku.Id!] = sku.Upc!;
            }
            if (paging.Take(skus, sku => sku.Id ?? "") is not null)
                continue;
            if (++shifts == JoorShifting.Passes)
                break;
            paging.Restart();
        }
        if (_products.Count > MostProducts)
            _products.Clear();
        foreach (var (product, upcs) in found)
            _products[product] = (now + names.UpcMemory, upcs);
        return null;
    }
}
