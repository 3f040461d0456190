using System.Text.Json;

namespace JoorBus.Simulators.Tests.Joor;

public sealed class When_an_order_is_broken
{
    [Fact]
    public async Task Should_reach_the_client_as_it_is()
    {
        await using var joor = await Joor.Start(time: new StandStillClock());
        joor.Orders.AddRaw("""{"order_comments":"no id","date_modified":"{date_modified}"}""");

        var order = (await joor.Read("/order?sync=0")).GetProperty("orders")[0];

        order.TryGetProperty("order_id", out _).ShouldBeFalse();
        order.GetProperty("date_modified").GetString().ShouldBe("2027-03-01T09:00:00.000000+00:00");
    }

    [Fact]
    public async Task Should_spoil_the_page_when_it_is_no_JSON()
    {
        await using var joor = await Joor.Start();
        joor.Orders.AddRaw("{order_id: 1");

        using var answer = await joor.Send("/order?sync=0");

        var body = await answer.Content.ReadAsByteArrayAsync();
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<JsonElement>(body));
    }

    [Fact]
    public async Task Should_carry_ten_megabytes()
    {
        await using var joor = await Joor.Start();
        joor.Orders.AddRaw($$"""{"order_id":1,"order_comments":"{{new string('x', 10_000_000)}}"}""", orderId: "1");

        var order = (await joor.Read("/order/1?sync=0")).GetProperty("orders")[0];

        order.GetProperty("order_comments").GetString()!.Length.ShouldBe(10_000_000);
    }
}
