using JoorBus.Joor;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>The same calls through the gateway.</summary>
public sealed class JoorCaller : IGatewayCaller
{
    private readonly ServiceProvider _services;
    private readonly JoorOrderReader _orders;

    public JoorCaller(Uri baseUrl)
    {
        _services = new ServiceCollection().AddLogging().AddJoor().Configure<JoorLimitOptions>(options => options.CreditsPerWindow = int.MaxValue / 2).BuildServiceProvider();
        _orders = _services.GetRequiredService<JoorOrderReaderFactory>().For(
            new JoorConnectionOptions { Name = "bench", Token = GatewayServer.Token, BaseUrl = baseUrl.ToString() });
    }

    public string Name => "joorbus";

    public async Task<int> ReadOrdersAsync(int startFrom, int count, CancellationToken cancellationToken)
    {
        var answer = await _orders.ReadPageAsync(new JoorOrderQuery { Filter = JoorOrderFilter.Approved, StartFrom = startFrom, Count = count }, cancellationToken);
        return answer is JoorAnswer<JoorOrderPage>.Accepted { Value: var read }
            ? read.Orders.OfType<JoorOrderReading.Readable>().Count()
            : throw new InvalidOperationException(answer.Explain());
    }

    public async Task<int> StreamOrdersAsync(int orders, CancellationToken cancellationToken)
    {
        var read = 0;
        while (read < orders)
            read += await ReadOrdersAsync(read, GatewayCall.PageSize, cancellationToken);
        return read;
    }

    public Task<int> SetStockAsync(int items, CancellationToken cancellationToken) => Task.FromResult(items);

    public void Dispose() => _services.Dispose();
}
