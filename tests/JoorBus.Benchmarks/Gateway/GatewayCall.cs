namespace JoorBus.Benchmarks.Gateway;

/// <summary>A kind of request that both callers make.</summary>
/// <param name="Name">As shown.</param>
/// <param name="Times">How often in one run.</param>
/// <param name="MakeAsync">Makes it once.</param>
public sealed record GatewayCall(string Name, int Times, Func<IGatewayCaller, CancellationToken, Task> MakeAsync)
{
    public const int PageSize = 50;
    public const int StockItems = 100;

    public const int Orders = 1_500;

    public static readonly IReadOnlyList<GatewayCall> All =
    [
        new("one order", 1500, (caller, stop) => ExpectAsync(1, caller.ReadOneAsync(stop))),
        new($"{Orders:N0} orders, pages of {PageSize}", 8, (caller, stop) => ExpectAsync(Orders, caller.ReadAllAsync(stop))),
        new($"stock of {StockItems} items", 500, (caller, stop) => ExpectAsync(StockItems, caller.SetStockAsync(StockItems, stop))),
    ];

    private static async Task ExpectAsync(int expected, Task<int> call)
    {
        if (await call is var got && got != expected)
            throw new InvalidOperationException($"An answer held {got} elements instead of {expected}.");
    }
}
