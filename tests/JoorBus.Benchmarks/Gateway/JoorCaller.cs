using System.Globalization;
using JoorBus.Joor;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>The same calls through the gateway, with all it does besides: limits, repeats, outcomes, a log line.</summary>
public sealed class JoorCaller : IGatewayCaller
{
    private static readonly JoorOrderWindow Window = new(JoorOrderFilter.Approved, DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(100));
    private readonly ServiceProvider _services;
    private readonly JoorOrderReader _orders;
    private readonly JoorClient _client;

    public JoorCaller(Uri baseUrl)
    {
        var connection = new JoorConnectionOptions { Name = "bench", Token = GatewayServer.Token, BaseUrl = baseUrl.ToString() };
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IReadOnlyList<JoorConnectionOptions>>([connection])
            .AddJoor()
            .Configure<JoorLimitOptions>(options => options.CreditsPerWindow = int.MaxValue / 2)
            .BuildServiceProvider();
        _orders = _services.GetRequiredService<JoorOrderReaderFactory>().For(connection);
        _client = _services.GetRequiredService<JoorClients>().For(connection.Key);
    }

    public string Name => "joorbus";

    public async Task<int> ReadOneAsync(CancellationToken cancellationToken) =>
        Accepted(await _orders.TestAsync(cancellationToken)).Orders.OfType<JoorOrderReading.Readable>().Count();

    public async Task<int> ReadAllAsync(CancellationToken cancellationToken)
    {
        var read = new HashSet<string>();
        await foreach (var answer in _orders.ReadWindowAsync(Window, cancellationToken))
        {
            foreach (var order in Accepted(answer).Orders.OfType<JoorOrderReading.Readable>())
                read.Add(order.Order.JoorOrderId);
        }
        return read.Count;
    }

    public async Task<int> SetStockAsync(int items, CancellationToken cancellationToken)
    {
        var stock = Enumerable.Range(0, items).Select(number => new JoorStock
        {
            Warehouse = "Default",
            Upc = (0_123_456_000_000 + number).ToString("D13", CultureInfo.InvariantCulture),
            Quantity = number,
        });
        var result = Accepted(await _client.V2.Inventory.SetAsync([.. stock], new JoorStockOptions { SaysImmediate = true }, cancellationToken));
        return result.Items.Count(item => item.Outcome == JoorStockOutcome.Passed);
    }

    public void Dispose() => _services.Dispose();

    private static T Accepted<T>(JoorAnswer<T> answer) =>
        answer is JoorAnswer<T>.Accepted { Value: var value } ? value : throw new InvalidOperationException(answer.Explain());
}
