using System.Net.Http.Headers;
using System.Text.Json;
using System.Xml.Linq;

namespace JoorBus.Simulators.Tests.Joor.V2;

public sealed class When_orders_are_read_as_XML
{
    [Theory]
    [InlineData("application/xml", "", null)]
    [InlineData(null, "&return_format=xml", null)]
    [InlineData(null, "", "application/xml")]
    [InlineData("application/xml", "&return_format=json", "application/json")]
    public async Task Should_choose_the_format_by_accept_then_parameter_then_request(string? accept, string parameter, string? contentType)
    {
        await using var joor = await Joor.Start();

        using var answer = await Send(joor, $"/order?sync=0{parameter}", accept, contentType);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/xml");
    }

    [Fact]
    public async Task Should_say_the_same_as_JSON()
    {
        await using var joor = await Joor.Start();
        joor.Orders.AddApproved(3);
        var json = await joor.Read("/order?sync=0");

        using var answer = await Send(joor, "/order?sync=0", "application/xml", null);
        var xml = XDocument.Parse(await answer.Content.ReadAsStringAsync());

        xml.Declaration!.Encoding.ShouldBe("utf-8");
        xml.Root!.Name.LocalName.ShouldBe("orders");
        xml.Root.Element("response")!.Element("count")!.Value.ShouldBe("3");
        var orders = json.GetProperty("orders").EnumerateArray().ToList();
        xml.Root.Elements("order").Count().ShouldBe(3);
        foreach (var (order, element) in orders.Zip(xml.Root.Elements("order")))
            Leaves(element).ShouldBe(Leaves("order", order));
    }

    [Fact]
    public async Task Should_word_a_refusal_in_XML_too()
    {
        await using var joor = await Joor.Start();

        using var answer = await Send(joor, "/order?order_type=9", "application/xml", null);

        XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!.Element("code")!.Value.ShouldBe("1");
    }

    private static async Task<HttpResponseMessage> Send(Joor joor, string path, string? accept, string? contentType)
    {
        using var client = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{joor.Simulator.BaseUrl}{path}");
        request.Headers.TryAddWithoutValidation("Authorization", joor.Authorization);
        if (accept is not null)
            request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(accept));
        if (contentType is not null)
        {
            request.Content = new ByteArrayContent([]);
            request.Content.Headers.ContentType = new MediaTypeHeaderValue(contentType);
        }
        return await client.SendAsync(request);
    }

    private static IEnumerable<string> Leaves(XElement element) =>
        element.HasElements ? element.Elements().SelectMany(Leaves) : [$"{element.Name.LocalName}={element.Value}"];

    private static IEnumerable<string> Leaves(string name, JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(part => Leaves(part.Name, part.Value)),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Leaves(name, item)),
        JsonValueKind.True => [$"{name}=true"],
        JsonValueKind.False => [$"{name}=false"],
        _ => [$"{name}={value}"],
    };
}
