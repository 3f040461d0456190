using System.Text.Json;
using JoorBus.Simulators.Joor;
using Shouldly;
using Xunit;

namespace JoorBus.Joor.Tests;

/// <summary>Everything v4's stand-in can say, read as it came and from its twin in XML.</summary>
public sealed class When_v4_is_read_from_XML : IAsyncLifetime, IAsyncDisposable
{
    private JoorSimulator _joor = null!;
    private Gateway _gateway = null!;

    public async Task InitializeAsync()
    {
        _joor = await V4Simulator.StartAsync();
        _gateway = V4Simulator.Open(_joor);
    }

    Task IAsyncLifetime.DisposeAsync() => DisposeAsync().AsTask();

    public async ValueTask DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _joor.DisposeAsync();
    }

    [Fact]
    public async Task Should_find_the_same_elements_in_every_list()
    {
        await SendAsync(JoorCollectionShape.Create, [new() { Name = "Fall", ExternalId = "F1" }]);
        var products = string.Join(',', Ids(await GetAsync("/products")));
        var skus = string.Join(',', Ids(await GetAsync("/skus", $"?product_ids={products}")));

        await SameListAsync("/products", "", JoorProductShape.Element);
        await SameListAsync("/skus", $"?product_ids={products}", JoorSkuShape.Element);
        await SameListAsync("/prices", $"?sku_ids={skus}", JoorPriceShape.Element);
        await SameListAsync("/price_types", "", JoorPriceShape.Types);
        await SameListAsync("/categories", "", JoorCategories.ElementOfV4);
        await SameListAsync("/traits", "", JoorTraitShape.Element);
        await SameListAsync("/seasons", "", JoorSeasons.Element);
        await SameListAsync("/collections", "", JoorCollectionShape.Element);
    }

    [Fact]
    public async Task Should_find_the_same_fate_of_every_element_sent()
    {
        var order = _joor.Orders.AddApproved(1)[0];
        var line = Ids(await GetAsync("/orders/sku_line_items", $"?order_ids={order}"))[0];
        var sku = Ids(await GetAsync("/skus", $"?product_ids={Ids(await GetAsync("/products"))[0]}"))[0];

        await SameBulkAsync(JoorProductShape.Create, new() { Name = "Tee", ExternalId = "T-1" }, new() { Name = "Tee", ExternalId = "T-1" });
        await SameBulkAsync(JoorCollectionShape.Create, new() { Name = "Fall", ExternalId = "F1" }, new() { Name = "Wrong", Delivery = new() { StartShip = new(2026, 9, 1), CompleteShip = new(2026, 8, 1) } });
        await SameBulkAsync(JoorPriceShape.Create, new JoorPrice { SkuId = sku, PriceType = new() { Name = "No such type", Currency = "EUR" }, Wholesale = 1 });
        await SameBulkAsync(JoorOrderDraftShape.Update, new() { Id = order, TrackingNumber = "1Z <&> ü" }, new() { Id = "no such order", TrackingNumber = "1Z" });
        await SameBulkAsync(JoorLineItemShape.Update, new JoorLineItemQuantity(line, 3), new JoorLineItemQuantity("no such line", 3));
        await SameBulkAsync(JoorLineItemShape.Create, new JoorNewLineItem { OrderId = order, SkuId = sku, Quantity = 1 }, new JoorNewLineItem { OrderId = "0", SkuId = sku, Quantity = 1 });
    }

    [Fact]
    public async Task Should_find_the_same_orders_with_their_lines()
    {
        _joor.Orders.AddApproved(2);
        var orders = await GetAsync("/orders");
        var lines = await GetAsync("/orders/sku_line_items", $"?page_size=200&order_ids={string.Join(',', Ids(orders))}");

        var fromXml = Orders(Twin(orders), Twin(lines));

        fromXml.Count.ShouldBe(Ids(orders).Length);
        fromXml.ShouldAllBe(order => order is JoorOrderReading.Readable);
        fromXml.Select(Shown).ShouldBe(Orders(orders, lines).Select(Shown));
        fromXml.OfType<JoorOrderReading.Readable>().ShouldAllBe(order => order.Order.Lines.Count > 0);
    }

    [Fact]
    public async Task Should_find_the_same_marks()
    {
        string[] ids = [.. _joor.Orders.AddApproved(2), "no such order"];
        var text = await SendAsync(JoorOrderDraftShape.Update, [.. ids.Select(id => new JoorOrderDraft { Id = id, ExportStatus = JoorExportResult.Success })]);

        string Marks(string body) => JsonSerializer.Serialize(JoorV4Marking.Read(Bodies.Of(body), ids).ShouldBeOfType<JoorAnswer<JoorOrderMarks>.Accepted>().Value);

        Marks(Twin(text)).ShouldBe(Marks(text));
        Marks(text).ShouldContain($"\"Marked\":[\"{ids[0]}\",\"{ids[1]}\"]");
    }

    private static string Twin(string json) => XmlTwin.Of($"{{\"answer\":{json}}}");

    private static string[] Ids(string json) => [.. JsonDocument.Parse(json).RootElement.GetProperty("data").EnumerateArray().Select(row => row.GetProperty("id").ToString())];

    private static string Shown(JoorOrderReading order) => $"{Convert.ToHexString(order.ContentHash)} {JsonSerializer.Serialize(order, order.GetType())}";

    private static List<JoorOrderReading> Orders(string orders, string lines)
    {
        var all = new JoorV4LinesByOrder();
        all.Add(Rows(lines));
        var parser = new JoorV4OrderParser(1 << 20);
        return [.. Rows(orders).Select(JoorV4Row.Of).Select((row, index) => parser.Read(row, all.Of(row.Id), index + 1, Bodies.Of("").Excerpt))];
    }

    private static IReadOnlyList<JsonElement> Rows(string body) => JoorV4RowPages.Read(Bodies.Of(body)).ShouldBeOfType<JoorAnswer<JoorV4Rows>.Accepted>().Value.Rows;

    private async Task<string> GetAsync(string path, string query = "")
    {
        var request = new JoorRequest(HttpMethod.Get, path, query, JoorRequestKind.Read, JoorPriority.Products) { Version = JoorApiVersion.V4 };
        return (await _gateway.SendAsync(request)).ShouldBeOfType<JoorAnswer<string>.Accepted>(path).Value;
    }

    private async Task<string> SendAsync<TIn, TOut>(JoorBulkShape<TIn, TOut> shape, IReadOnlyList<TIn> items)
    {
        var payload = JoorJsonBodyWriter.WriteArray(items, shape.Write);
        var request = new JoorRequest(HttpMethod.Post, shape.Path, "", shape.Kind, JoorPriority.Products)
        {
            Version = JoorApiVersion.V4, Body = JoorBodyContent.Of(payload.Bytes, payload.ContentType), ReadsRefusals = true,
        };
        return (await _gateway.SendAsync(request)).ShouldBeOfType<JoorAnswer<string>.Accepted>(shape.Path).Value;
    }

    private async Task SameListAsync<T>(string path, string query, JoorElement<T> element)
    {
        var text = await GetAsync(path, query);

        var (json, xml) = (Shown(text), Shown(Twin(text)));

        xml.ShouldBe(json, path);
        json.ShouldNotBe("[]", path);

        string Shown(string body)
        {
            var page = JoorV4List<T>.Read(Bodies.Of(body), new JoorPaging(), element).ShouldBeOfType<JoorAnswer<JoorPage<T>>.Accepted>(path).Value;
            page.Items.ShouldAllBe(item => item is JoorReading<T>.Readable, path);
            return JsonSerializer.Serialize(page.Readable());
        }
    }

    private async Task SameBulkAsync<TIn, TOut>(JoorBulkShape<TIn, TOut> shape, params TIn[] items)
    {
        var text = await SendAsync(shape, items);

        var (json, xml) = (Shown(text), Shown(Twin(text)));

        xml.ShouldBe(json, shape.Path);
        json.ShouldContain("Status", Case.Sensitive, shape.Path);

        string Shown(string body)
        {
            var answer = JoorBulkCall.Read(Bodies.Of(body), shape, items, JoorJsonBodyWriter.WriteArray(items, shape.Write));
            var bulk = answer.ShouldBeOfType<JoorAnswer<JoorBulk<TIn, TOut>>.Accepted>($"{shape.Path}: {answer.Explain()}").Value;
            bulk.Items.ShouldAllBe(item => !(item is JoorBulkItem<TIn, TOut>.Unconfirmed), shape.Path);
            return JsonSerializer.Serialize(bulk.Items.Cast<object>());
        }
    }
}
