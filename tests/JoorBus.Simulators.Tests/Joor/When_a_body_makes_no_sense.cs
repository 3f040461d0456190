using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using JoorBus.Simulators.Joor;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_a_body_makes_no_sense
{
    private static readonly string[] V2Paths = ["POST bulk-inventory", "POST style-number", "PUT style-number/RMC-1010/RMC-1010", "POST bulk-style", "PUT connection/customer_code/C0001", "POST bulk-connection"];

    private static readonly string[] V4Paths =
    [
        "orders/bulk_create", "orders/bulk_update", "orders/sku_line_items/bulk_create", "orders/sku_line_items/bulk_update", "products/bulk_create", "products/bulk_update",
        "skus/bulk_create", "skus/bulk_update", "skus/bulk_update_by_external_id", "prices/bulk_create", "prices/bulk_update", "seasons/bulk_create", "seasons/bulk_update",
        "collections/bulk_create", "collections/bulk_update", "assets/products", "assets/sku_trait_values/",
    ];

    private static readonly string[] Names =
    [
        "inventory_items", "inventory_item", "styles", "style", "bulk_styles", "connections", "connection", "bulk_connections", "upc", "inventory", "colors", "color", "sizes", "prices", "price",
        "deliveries", "billing", "warehouses", "id", "external_id", "name", "product_id", "trait_values", "trait_name", "status", "items", "sku_ids", "delivery", "category_ids", "tags", "product",
        "asset", "type", "order_id", "sku_id", "quantity", "customer_code", "discount", "custom_shipping_address", "product_trait_values", "identifiers", "year", "sku_trait_value", "value", "style_name",
    ];

    private readonly Random _random = new(20271121);

    [Fact]
    public async Task Should_be_refused_or_taken_but_never_be_a_fault_of_the_server()
    {
        await using var simulator = await JoorSimulator.StartAsync(new() { Accounts = [Brands.Linen], IsThrottling = false });
        using var client = new HttpClient();
        var bearer = $"Bearer {await AccessToken(client, simulator)}";

        for (var round = 0; round < 600; round++)
        {
            var isV4 = round % 3 != 0;
            var path = isV4 ? $"POST {V4Paths[_random.Next(V4Paths.Length)]}" : V2Paths[_random.Next(V2Paths.Length)];
            var body = Body(isV4);
            using var request = new HttpRequestMessage(new HttpMethod(path.Split(' ')[0]), $"{(isV4 ? simulator.V4Url : simulator.BaseUrl)}/{path.Split(' ')[1]}?account=2001");
            request.Headers.TryAddWithoutValidation("Authorization", isV4 ? bearer : Joor.OAuth2(Brands.Token));
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");

            using var answer = await client.SendAsync(request);

            ((int)answer.StatusCode).ShouldBeLessThan(500, $"{path} {body}");
            using var _ = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        }
        simulator.Ledger().Requests.ShouldAllBe(request => request.Status != 0);
    }

    private string Body(bool isV4) => _random.Next(10) switch
    {
        0 => "",
        1 => "{\"a\":1,\"a\":2}",
        2 => "[[[",
        _ => (isV4 ? new JsonArray(Node(0), Node(0)) : Node(0))?.ToJsonString() ?? "null",
    };

    private JsonNode? Node(int depth) => _random.Next(depth > 4 ? 5 : 9) switch
    {
        0 => null,
        1 => JsonValue.Create(_random.Next(-5, 1000)),
        2 => JsonValue.Create(Names[_random.Next(Names.Length)]),
        3 => JsonValue.Create(1e300),
        4 => JsonValue.Create(""),
        5 => new JsonArray([.. Enumerable.Range(0, _random.Next(4)).Select(_ => Node(depth + 1))]),
        _ => new JsonObject(Enumerable.Range(0, _random.Next(8)).Select(_ => Names[_random.Next(Names.Length)]).Distinct().Select(name => KeyValuePair.Create(name, Node(depth + 1)))),
    };

    private static async Task<string> AccessToken(HttpClient client, JoorSimulator simulator)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["client_id"] = "linen", ["client_secret"] = "linen-secret", ["username"] = "ines", ["password"] = "linen-password", ["grant_type"] = "password",
        });
        using var answer = await client.PostAsync(simulator.TokenUrl, form);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("access_token").GetString()!;
    }
}
