using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace JoorBus.Joor.Tests;

/// <summary>A small v4 of whole seconds, so that many orders share a time; a test may change its orders between two answers.</summary>
internal sealed class V4Book : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly SortedDictionary<int, V4BookOrder> _orders = [];

    private V4Book(WebApplication app) => _app = app;

    public string Url => $"{_app.Urls.First()}/v4";

    public List<string> Requests { get; } = [];

    /// <summary>Called with the path after each answer was made.</summary>
    public Action<string> AfterAnswer { get; set; } = _ => { };

    /// <summary>Instead of the usual answer, where it gives one.</summary>
    public Func<HttpRequest, JsonObject?> Instead { get; set; } = _ => null;

    /// <summary>The server's own most rows on a page, whatever is asked for.</summary>
    public int MostRows { get; set; } = 200;

    public DateTimeOffset Now { get; set; } = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    public IReadOnlyDictionary<int, V4BookOrder> Orders => _orders;

    public static async Task<V4Book> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var book = new V4Book(app);
        app.MapPost("/auth/", () => Results.Text("""{"access_token":"t","expires_in":36000,"token_type":"Bearer"}""", "application/json"));
        app.Map("/v4/{**path}", (string path, HttpRequest request) => book.Answer(path, request));
        await app.StartAsync();
        return book;
    }

    /// <summary>Makes a gateway whose orders go through this v4.</summary>
    public Gateway Open(int pageSize = 10) => new(Url, connection =>
    {
        (connection.ApiVersion, connection.Token, connection.AccountId, connection.TokenUrl, connection.PageSize) = (JoorApiVersion.V4, null, "1001", Url[..^2] + "auth/", pageSize);
        (connection.ClientId, connection.ClientSecret, connection.Username, connection.Password) = ("c", Gateway.ClientSecret, "u", Gateway.Password);
    });

    /// <summary>Adds or changes an order; its time of change is the book's present.</summary>
    public void Put(int id, int lines = 1, string status = "APPROVED") => _orders[id] = new V4BookOrder(id, Now, lines, status);

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Answer(string path, HttpRequest request)
    {
        lock (_orders)
        {
            Requests.Add($"{path}{Uri.UnescapeDataString(request.QueryString.Value ?? "")}");
            var answer = Instead(request) ?? (path switch
            {
                "orders" => Page(request, _orders.Values.Where(order => order.Status == request.Query["status"] && order.ModifiedAt >= From(request))
                    .OrderBy(order => order.ModifiedAt).Select(order => order.Header())),
                "orders/sku_line_items" => Page(request, _orders.Values.Where(order => Ids(request, "order_ids").Contains(order.Key)).SelectMany(order => order.Rows())),
                "skus" => Page(request, Ids(request, "product_ids").SelectMany(V4BookOrder.Skus)),
                _ => new JsonObject { ["data"] = new JsonArray(), ["errors"] = new JsonArray() },
            });
            AfterAnswer(path);
            return Results.Text(answer.ToJsonString(), "application/json");
        }
    }

    private JsonObject Page(HttpRequest request, IEnumerable<JsonNode> rows)
    {
        var (page, size) = (Number(request, "page"), Math.Min(Number(request, "page_size"), MostRows));
        return new JsonObject { ["data"] = new JsonArray([.. rows.Skip((page - 1) * size).Take(size)]), ["errors"] = new JsonArray() };
    }

    private static int Number(HttpRequest request, string name) => int.Parse(request.Query[name]!, CultureInfo.InvariantCulture);

    private static string[] Ids(HttpRequest request, string name) => request.Query[name].ToString().Split(',');

    private static DateTimeOffset From(HttpRequest request) => DateTimeOffset.Parse(request.Query["last_modified"]!, CultureInfo.InvariantCulture);
}

/// <summary>An order of the book; each of its lines has a style of its own.</summary>
internal sealed record V4BookOrder(int Id, DateTimeOffset ModifiedAt, int Lines, string Status)
{
    public string Key => Id.ToString(CultureInfo.InvariantCulture);

    public JsonObject Header() => new()
    {
        ["id"] = Key, ["status"] = Status, ["quantity"] = Lines, ["date_modified"] = ModifiedAt.ToString("yyyy-MM-dd'T'HH:mm:ssK", CultureInfo.InvariantCulture),
    };

    public IEnumerable<JsonNode> Rows() => Enumerable.Range(1, Lines).Select(line => new JsonObject
    {
        ["id"] = $"{Id}-{line}",
        ["order_id"] = Key,
        ["cancelled"] = false,
        ["quantity"] = 1,
        ["line_item_sku"] = new JsonObject { ["original_id"] = $"sku-{Id}-{line}", ["product"] = new JsonObject { ["id"] = $"{Id}-{line}" } },
    });

    public static IEnumerable<JsonNode> Skus(string product) =>
        [new JsonObject { ["id"] = $"sku-{product}", ["product_id"] = product, ["identifiers"] = new JsonArray(new JsonObject { ["type"] = "UPC", ["value"] = $"upc-{product}" }) }];
}
