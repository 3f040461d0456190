namespace JoorBus.Benchmarks.Gateway;

/// <summary>A kind of request that both callers make.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Times">How often in one run.</param>
/// <param name="MakeAsync">Makes it once; the number of the repetition comes in.</param>
public sealed record GatewayCall(string Name, int Times, Func<IGatewayCaller, int, CancellationToken, Task> MakeAsync)
{
    public const int PageSize = 50;
    public const int StockItems = 100;

    public static readonly IReadOnlyList<GatewayCall> All =
    [
        new("one order", 1500, (caller, number, stop) => ExpectAsync(1, caller.ReadOrdersAsync(number, 1, stop))),
        new($"page of {PageSize} orders", 300, (caller, number, stop) => ExpectAsync(PageSize, caller.ReadOrdersAsync(number * PageSize, PageSize, stop))),
        new($"stock of {StockItems} items", 500, (caller, _, stop) => ExpectAsync(StockItems, caller.SetStockAsync(StockItems, stop))),
    ];

    private static async Task ExpectAsync(int expected, Task<int> call)
    {
        if (await call is var got && got != expected)
            throw new InvalidOperationException($"An answer held {got} elements instead of {expected}.");
    }
}
