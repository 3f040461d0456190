using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

/// <summary>A running stand-in with one brand, and a v4 client of it.</summary>
internal sealed class JoorV4 : IAsyncDisposable
{
    private readonly HttpClient _client = new();

    private JoorV4(JoorSimulator simulator) => Simulator = simulator;

    public JoorSimulator Simulator { get; }

    public JoorSimulatorOrders Orders => Simulator.Orders;

    public JoorAccountLedger Account => Simulator.Ledger().Accounts[0];

    public string AccessToken { get; set; } = "";

    public static async Task<JoorV4> Start(JoorSimulatorOptions? options = null, TimeProvider? time = null)
    {
        var joor = new JoorV4(await JoorSimulator.StartAsync((options ?? new()) with { Accounts = [Brands.Linen] }, time));
        await joor.SignIn();
        return joor;
    }

    public async Task SignIn()
    {
        using var answer = await AskForToken(Brands.User);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        AccessToken = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("access_token").GetString()!;
    }

    public async Task<HttpResponseMessage> AskForToken(JoorSimulatorUser user, string grantType = "password", bool isMultipart = false)
    {
        var fields = new Dictionary<string, string>
        {
            ["client_id"] = user.ClientId,
            ["client_secret"] = user.ClientSecret,
            ["username"] = user.Username,
            ["password"] = user.Password,
            ["grant_type"] = grantType,
        };
        using HttpContent content = isMultipart ? Multipart(fields) : new FormUrlEncodedContent(fields);
        return await _client.PostAsync(Simulator.TokenUrl, content);
    }

    public async Task<HttpResponseMessage> Send(HttpMethod method, string pathAndQuery, object? body = null)
    {
        using var request = new HttpRequestMessage(method, $"{Simulator.V4Url}{pathAndQuery}");
        request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {AccessToken}");
        if (body is not null)
            request.Content = new StringContent(body as string ?? JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        return await _client.SendAsync(request);
    }

    /// <summary>The data of a list.</summary>
    public async Task<IReadOnlyList<JsonElement>> Get(string pathAndQuery)
    {
        var answer = await Answer(HttpMethod.Get, pathAndQuery, null);
        answer.GetProperty("errors").GetArrayLength().ShouldBe(0);
        return [.. answer.GetProperty("data").EnumerateArray()];
    }

    public Task<JsonElement> Post(string path, object body) => Answer(HttpMethod.Post, path, body);

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await Simulator.DisposeAsync();
    }

    private async Task<JsonElement> Answer(HttpMethod method, string pathAndQuery, object? body)
    {
        using var answer = await Send(method, $"{pathAndQuery}{(pathAndQuery.Contains('?', StringComparison.Ordinal) ? '&' : '?')}account=2001", body);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static MultipartFormDataContent Multipart(Dictionary<string, string> fields)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            content.Add(new StringContent(value), name);
        return content;
    }
}
