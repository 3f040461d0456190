using JoorBus.Simulators.Comparing;
using JoorBus.Simulators.Joor;

namespace JoorBus.Demo;

/// <summary>How one brand's stock or products stand in JOOR.</summary>
/// <param name="Connection">The brand.</param>
/// <param name="Flow">stock or products.</param>
/// <param name="Items">Numbers of stock, or styles, that the warehouse has told.</param>
/// <param name="InJoor">Those that JOOR holds as the warehouse has them.</param>
/// <param name="Taken">Elements of requests that JOOR took.</param>
/// <param name="Refused">Elements of requests that JOOR refused.</param>
/// <param name="Requests">Requests of the flow, reading ones included.</param>
/// <param name="Credits">What they cost.</param>
/// <param name="Beyond">Answers 429.</param>
internal sealed record DemoFlow(string Connection, string Flow, int Items, int InJoor, int Taken, int Refused, int Requests, int Credits, int Beyond)
{
    public bool IsClean => Items == InJoor;

    public static DemoFlow OfStock(DemoBrand brand, StockComparison comparison, ILookup<string?, JoorRequest> requests) =>
        Of(brand, "stock", comparison.Places, comparison.Missing.Count + comparison.Stale.Count + comparison.Wrong.Count, requests[brand.AccountId].Where(IsStock));

    public static DemoFlow OfProducts(DemoBrand brand, ProductComparison comparison, ILookup<string?, JoorRequest> requests) =>
        Of(brand, "products", comparison.Styles, comparison.Missing.Count + comparison.Stale.Count + comparison.Wrong.Count, requests[brand.AccountId].Where(request => !IsStock(request) && !IsOrders(request)));

    private static DemoFlow Of(DemoBrand brand, string flow, int items, int different, IEnumerable<JoorRequest> requests)
    {
        var own = requests.ToList();
        return new DemoFlow(
            brand.Connection, flow, items, items - different, own.Sum(request => request.ItemsAccepted), own.Sum(request => request.ItemsRefused),
            own.Count, own.Sum(request => request.Credits), own.Count(request => request.Status == StatusCodes.Status429TooManyRequests));
    }

    private static bool IsStock(JoorRequest request) => request.PathAndQuery.Contains("inventory", StringComparison.Ordinal);

    // Orders of v4 read the SKUs of their lines; products do, too, and cannot be told from them.
    private static bool IsOrders(JoorRequest request) =>
        request.PathAndQuery.Contains("/order", StringComparison.Ordinal) || (request.Method == "GET" && request.PathAndQuery.StartsWith("/v4/skus", StringComparison.Ordinal));
}
