using JoorBus.Contracts.Products;
using JoorBus.Joor;
using JoorBus.Products.Checking;
using JoorBus.Products.Planning;
using JoorBus.Products.Setting;

namespace JoorBus.Products.Tests.Planning;

/// <summary>A small style and its plans.</summary>
internal static class Plans
{
    public static Product Tee { get; } = new()
    {
        StyleNumber = "T-1",
        Name = "Tee",
        Colors = [new() { Code = "001", Name = "Red" }, new() { Code = "002", Name = "Blue" }],
        Sizes = [new() { Name = "S" }, new() { Name = "M" }],
        Skus = [new() { ColorCode = "001", Size = "S", Upc = "4001" }],
        Prices = [new() { Currency = "EUR", Label = "Wholesale", Wholesale = 10m }],
    };

    public static ProductSettings Settings { get; } = new() { Id = Guid.Empty, Connection = "paris", IsOn = true };

    public static AccountFacts Facts { get; } = new()
    {
        PriceTypes = [new() { Id = "1", Currency = "EUR", Name = "Wholesale", RetailCurrency = "EUR" }, new() { Id = "2", Currency = "USD", Name = "Wholesale", RetailCurrency = "USD" }],
        HasAllPriceTypes = true,
        Seasons = [],
        Collections = [],
    };

    public static PlanInput Input(Product? wanted, JoorApiVersion api = JoorApiVersion.V2, KnownProduct? known = null) => new()
    {
        StyleNumber = "T-1", StyleIdentifier = "T-1", Wanted = wanted, Known = known, Settings = Settings, Facts = Facts, Api = api,
    };

    /// <summary>What is known when all of a plan was taken, with ids.</summary>
    public static KnownProduct Taken(PlanInput input)
    {
        var plan = ProductPlanner.Plan(input);
        var ids = 0;
        return plan.Calls.Aggregate(plan.Known, (known, call) => known.After(call, new CallAnswer
        {
            Id = $"id{++ids}",
            Elements = [.. Enumerable.Range(0, Count(call)).Select(_ => new ElementAnswer(ElementOutcome.Accepted, $"id{++ids}"))],
        }));
    }

    /// <summary>The faults of one style.</summary>
    public static IReadOnlyList<ProductFault> Faults(Product product, JoorApiVersion api = JoorApiVersion.V2) => ProductChecks.Faults(product, Input(product, api));

    private static int Count(ProductCall call) => call switch
    {
        CreateSkus create => create.Skus.Count,
        UpdateSkus update => update.Skus.Count,
        CreatePrices create => create.Prices.Count,
        UpdatePrices update => update.Prices.Count,
        AddAssets add => add.Images.Count,
        _ => 0,
    };
}
