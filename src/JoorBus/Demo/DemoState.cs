using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;
using JoorBus.Simulators.Wms;

namespace JoorBus.Demo;

/// <summary>Where everything stands: the ledgers of both sides, and what JoorBus still has to do.</summary>
internal sealed record DemoState
{
    private static readonly string[] Unsettled = ["AwaitingAcceptance", "AwaitingCancellation"];

    public required LedgerComparison Comparison { get; init; }

    public required StockComparison Stock { get; init; }

    public required ProductComparison Products { get; init; }

    public required IReadOnlyList<DemoBrandState> Brands { get; init; }

    /// <summary>Stock and products of each brand.</summary>
    public required IReadOnlyList<DemoFlow> Flows { get; init; }

    /// <summary>Each brand's window of JOOR's credits; null when it has not asked JOOR yet.</summary>
    public required IReadOnlyList<JoorCreditWindow?> Credits { get; init; }

    public required WmsLedger Wms { get; init; }

    public required DemoWork Work { get; init; }

    /// <summary>Answers 429 because credits were spent.</summary>
    public required int Overspent { get; init; }

    public int Open => Work.Sagas.Where(pair => Unsettled.Contains(pair.Key)).Sum(pair => pair.Value);

    /// <summary>Every order is in the warehouse as it is in JOOR.</summary>
    public bool AreOrdersRight => Comparison.IsClean && Open == 0 && Work.Outbox == 0 && Work.Sagas.Values.Sum() == Wms.Orders.Count;

    public bool IsAtRest => AreOrdersRight && Stock.IsClean && Products.IsClean && Work.IsDone;

    /// <summary>Also everything accepted has been shipped.</summary>
    public bool IsAtEnd => IsAtRest && Work.Sagas.GetValueOrDefault("Accepted") == 0 && Wms.CountOf(WmsOrderStatus.Accepted) == 0;

    /// <summary>At the end, and JOOR's limit was kept.</summary>
    public bool IsGood => IsAtEnd && Overspent == 0 && Flows.All(flow => flow.Beyond == 0);

    public static async Task<DemoState> LookAsync(DemoWorld world, CancellationToken cancellationToken)
    {
        // First what JoorBus has to do: what it does meanwhile shows in the ledgers.
        var work = await DemoWork.ReadAsync(world.Database, cancellationToken).ConfigureAwait(false);
        var (joor, wms) = (world.Joor.Ledger(), world.Wms.Ledger());
        var (levels, styles) = (world.Warehouse.Stock.Ledger(), world.Warehouse.Products.Ledger());
        var accounts = DemoBrand.All.ToDictionary(brand => brand.Connection, brand => joor.Accounts.Single(account => account.AccountId == brand.AccountId));
        var stock = DemoBrand.All.Select(brand => StockComparison.Of(brand.Connection, levels, accounts[brand.Connection], brand.ToStockRules())).ToList();
        var products = DemoBrand.All.Select(brand => ProductComparison.Of(brand.Connection, styles, accounts[brand.Connection], new ProductRules())).ToList();
        var requests = joor.Requests.ToLookup(request => request.AccountId);
        return new DemoState
        {
            Comparison = LedgerComparison.Of(accounts, wms),
            Stock = StockComparison.Of(stock),
            Products = ProductComparison.Of(products),
            Brands = [.. DemoBrand.All.Select(brand => DemoBrandState.Of(brand, accounts[brand.Connection], joor, wms))],
            Flows = [.. DemoBrand.All.Zip(stock, (brand, part) => DemoFlow.OfStock(brand, part, requests)), .. DemoBrand.All.Zip(products, (brand, part) => DemoFlow.OfProducts(brand, part, requests))],
            Credits = [.. DemoBrand.All.Select(brand => accounts[brand.Connection].Windows is [.., var open] ? open : null)],
            Wms = wms,
            Work = work,
            Overspent = joor.Overspent,
        };
    }
}
