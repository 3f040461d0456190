using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>What somebody writes first: HttpClient and System.Text.Json, no limits, no repeats, no log, and an exception for whatever goes wrong.</summary>
public sealed class BareCaller : IGatewayCaller
{
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly Uri _baseUrl;

    public BareCaller(Uri baseUrl)
    {
        _baseUrl = baseUrl;
        _client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", Authorization(GatewayServer.Token));
        _client.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
    }

    public string Name => "bare";

    public static string Authorization(string token) => "OAuth2 " + Convert.ToBase64String(Encoding.UTF8.GetBytes(token));

    public async Task<int> ReadOneAsync(CancellationToken cancellationToken) => (await ReadAsync(0, 1, cancellationToken)).Orders.Count;

    public async Task<int> ReadAllAsync(CancellationToken cancellationToken)
    {
        var read = new HashSet<long>();
        BareOrderPage page;
        do
        {
            page = await ReadAsync(read.Count, GatewayCall.PageSize, cancellationToken);
            read.UnionWith(page.Orders.Select(order => order.OrderId));
        }
        while (read.Count < page.Response.Count);
        return read.Count;
    }

    public async Task<int> SetStockAsync(int items, CancellationToken cancellationToken)
    {
        var body = new BareStock([.. Enumerable.Range(0, items).Select(number => new BareStockItem("Default", "IMMEDIATE", $"{0_123_456_000_000 + number:D13}", number))]);
        using var response = await _client.PostAsJsonAsync(new Uri($"{_baseUrl}/bulk-inventory?overwrite=0&dec_pending=0"), body, BareJson.Default.BareStock, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync(BareJson.Default.BareStockAnswer, cancellationToken);
        return answer!.BulkInventory.Log.Count(entry => entry.Status == "pass");
    }

    public void Dispose() => _client.Dispose();

    private async Task<BareOrderPage> ReadAsync(int startFrom, int count, CancellationToken cancellationToken)
    {
        var url = new Uri($"{_baseUrl}/order/?order_type=6&export_status=1&sync=0&check=0&start_from={startFrom}&count={count}");
        using var response = await _client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync(BareJson.Default.BareOrderPage, cancellationToken))!;
    }
}
