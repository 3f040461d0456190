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

    public async Task<int> ReadOrdersAsync(GatewayPage page, CancellationToken cancellationToken)
    {
        var url = new Uri($"{_baseUrl}/order/?order_type=6&export_status=1&sync=0&check=0&start_from={page.StartFrom}&count={page.Count}");
        using var response = await _client.GetAsync(url, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync(BareJson.Default.BareOrderPage, cancellationToken);
        return answer!.Orders.Count;
    }

    public void Dispose() => _client.Dispose();
}
