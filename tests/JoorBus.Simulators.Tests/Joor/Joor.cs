using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

/// <summary>A running stand-in and a client that knows its first token.</summary>
internal sealed class Joor : IAsyncDisposable
{
    private readonly HttpClient _client = new();

    private Joor(JoorSimulator simulator)
    {
        Simulator = simulator;
        Control = new HttpClient { BaseAddress = simulator.ControlUrl };
    }

    public JoorSimulator Simulator { get; }

    /// <summary>Talks to the control endpoints.</summary>
    public HttpClient Control { get; }

    public JoorSimulatorOrders Orders => Simulator.Orders;

    public JoorAccountLedger Account => Simulator.Ledger().Accounts[0];

    public string Authorization { get; set; } = OAuth2("simulator-token");

    public static async Task<Joor> Start(JoorSimulatorOptions? options = null, TimeProvider? time = null) =>
        new(await JoorSimulator.StartAsync(options, time));

    public static string OAuth2(string token) => $"OAuth2 {Convert.ToBase64String(Encoding.UTF8.GetBytes(token))}";

    public async Task<HttpResponseMessage> Send(string pathAndQuery, HttpMethod? method = null, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(method ?? HttpMethod.Get, $"{Simulator.BaseUrl}{pathAndQuery}");
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        return await _client.SendAsync(request, cancellationToken);
    }

    /// <summary>Sends a body, JSON unless it begins like XML, and gives the answer as JSON.</summary>
    public async Task<JsonElement> Write(HttpMethod method, string pathAndQuery, string body, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var request = new HttpRequestMessage(method, $"{Simulator.BaseUrl}{pathAndQuery}");
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Content = new StringContent(body, Encoding.UTF8, body.StartsWith('<') ? "application/xml" : "application/json");
        using var answer = await _client.SendAsync(request);
        answer.StatusCode.ShouldBe(expected, await answer.Content.ReadAsStringAsync());
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync());
    }

    public async Task<HttpResponseMessage> Upload(string pathAndQuery, byte[] bytes, string contentType)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Simulator.BaseUrl}{pathAndQuery}");
        request.Headers.TryAddWithoutValidation("Authorization", Authorization);
        request.Content = new ByteArrayContent(bytes);
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        return await _client.SendAsync(request);
    }

    public async Task<JsonElement> Read(string pathAndQuery)
    {
        using var answer = await Send(pathAndQuery);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        return JsonSerializer.Deserialize<JsonElement>(await answer.Content.ReadAsByteArrayAsync());
    }

    public async Task<IReadOnlyList<string>> ReadIds(string pathAndQuery) =>
        [.. (await Read(pathAndQuery)).GetProperty("orders").EnumerateArray().Select(order => order.GetProperty("order_id").ToString())];

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        Control.Dispose();
        await Simulator.DisposeAsync();
    }
}
