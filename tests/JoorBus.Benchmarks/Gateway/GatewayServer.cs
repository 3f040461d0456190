using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using JoorBus.Simulators.Joor;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace JoorBus.Benchmarks.Gateway;

/// <summary>Answers like JOOR, but from memory: its own work shall not hide what the callers cost.</summary>
public sealed class GatewayServer : IAsyncDisposable
{
    public const string Token = "bench-token";
    private readonly WebApplication _app;

    private GatewayServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    /// <summary>Base of a JOOR that holds so many orders.</summary>
    public static Uri Holding(Uri url, int orders) => new(url, string.Create(CultureInfo.InvariantCulture, $"/{orders}/v2"));

    public static async Task<GatewayServer> StartAsync(CancellationToken cancellationToken)
    {
        var page = await OrderPageAsync(cancellationToken);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.Run(http => AnswerAsync(http, page));
        await app.StartAsync(cancellationToken);
        return new GatewayServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext http, OrderPageParts page)
    {
        int Number(string name, int otherwise) =>
            int.TryParse(http.Request.Query[name], NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
        http.Response.ContentType = "application/json; charset=utf-8";
        if (HttpMethods.IsPost(http.Request.Method))
        {
            await StockAnswer.WriteAsync(http, http.RequestAborted);
            return;
        }
        var orders = int.Parse(http.Request.Path.Value!.Split('/')[1], CultureInfo.InvariantCulture);
        await page.WriteAsync(http.Response.BodyWriter, Number("start_from", 0), Number("count", 50), orders, http.RequestAborted);
    }

    // What the stand-in sends for its generated orders, kept as bytes.
    private static async Task<OrderPageParts> OrderPageAsync(CancellationToken cancellationToken)
    {
        await using var joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions { Tokens = [Token], IsThrottling = false }, cancellationToken: cancellationToken);
        joor.Orders.AddApproved(200);
        using var client = new HttpClient();
        client.DefaultRequestHeaders.TryAddWithoutValidation("Authorization", BareCaller.Authorization(Token));
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        var text = await client.GetStringAsync(new Uri(joor.BaseUrl + "/order/?order_type=6&sync=0&count=200"), cancellationToken);
        var orders = JsonNode.Parse(text)!["orders"]!.AsArray();
        return new OrderPageParts([.. orders.Select(order => order!.ToJsonString())]);
    }
}
