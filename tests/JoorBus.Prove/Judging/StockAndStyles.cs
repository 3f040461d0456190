using JoorBus.Prove.World;
using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;

namespace JoorBus.Prove.Judging;

/// <summary>Stock and styles in JOOR against the warehouse's.</summary>
internal sealed record StockAndStyles(StockComparison Stock, ProductComparison Products, int StockTaken, int StockRefused)
{
    public static StockAndStyles Of(WarehouseDay day, JoorLedger joor)
    {
        var stock = joor.Requests.Where(request => request.PathAndQuery.Contains("inventory", StringComparison.Ordinal)).ToList();
        return new StockAndStyles(
            StockComparison.Of(ProveWorld.Connection, day.Stock.Ledger(), joor.Accounts[0], ProveSettings.Rules),
            ProductComparison.Of(ProveWorld.Connection, day.Products.Ledger(), joor.Accounts[0], new ProductRules()),
            stock.Sum(request => request.ItemsAccepted),
            stock.Sum(request => request.ItemsRefused));
    }

    /// <summary>Nothing of stock or styles may be missing, stale, wrong or too much at rest.</summary>
    public IEnumerable<string> Faults() =>
    [
        .. Of("stock missing", Stock.Missing), .. Of("stock stale", Stock.Stale), .. Of("stock wrong", Stock.Wrong), .. Of("stock too much", Stock.Extra),
        .. Of("styles missing", Products.Missing), .. Of("styles stale", Products.Stale), .. Of("styles wrong", Products.Wrong), .. Of("styles too much", Products.Extra),
    ];

    private static IEnumerable<string> Of(string what, IReadOnlyList<string> names) =>
        names.Count == 0 ? [] : [$"{names.Count} {what}: {string.Join(", ", names.Take(10))}"];
}
