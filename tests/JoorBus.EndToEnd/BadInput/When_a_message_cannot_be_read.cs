using System.Text;
using JoorBus.EndToEnd.World;

namespace JoorBus.EndToEnd.BadInput;

/// <summary>One broker for all: what is wrong with one message is nothing to the next.</summary>
public sealed class When_a_message_cannot_be_read(OpenBrand open) : IClassFixture<OpenBrand>
{
    private const string AcceptedExchange = "joorbus.orders.wms-order-accepted";
    private const string Queue = "orders-track";
    private const string AnOrder = "0b6f4e5c-6d7e-5f80-91a2-b3c4d5e6f708";

    private static readonly string[] NotJson = ["is not JSON", "send a JSON object in UTF-8"];

    public static TheoryData<string, string, string, string[]> Bodies => new()
    {
        { "raw bytes", AcceptedExchange, "\u0001\u0002\u0003 \u00fe", NotJson },
        { "raw bytes", "", "\u0001\u0002\u0003 \u00fe", NotJson },
        { "nothing", AcceptedExchange, "", ["its body is empty", "send a JSON object"] },
        { "nothing", "", "", ["its body is empty", "send a JSON object"] },
        { "cut off", AcceptedExchange, """{"orderId":""", NotJson },
        { "a list", AcceptedExchange, "[]", ["is a JSON Array", "send a JSON object"] },
        { "unknown type", "", """{"orderId":"0b6f4e5c-6d7e-5f80-91a2-b3c4d5e6f708","revision":1}""", ["its type is unknown", "publish to an exchange such as 'joorbus.orders."] },
        { "missing field", AcceptedExchange, """{"orderId":"0b6f4e5c-6d7e-5f80-91a2-b3c4d5e6f708"}""", ["WmsOrderAccepted does not fit its contract", "revision"] },
        { "text for a number", AcceptedExchange, """{"orderId":"0b6f4e5c-6d7e-5f80-91a2-b3c4d5e6f708","revision":"one"}""", ["WmsOrderAccepted does not fit its contract", "revision"] },
        { "text for an id", AcceptedExchange, """{"orderId":"4711","revision":1}""", ["WmsOrderAccepted does not fit its contract", "orderId"] },
        { "absurd number", AcceptedExchange, """{"orderId":"0b6f4e5c-6d7e-5f80-91a2-b3c4d5e6f708","revision":99999999999999999999}""", ["WmsOrderAccepted does not fit its contract", "revision"] },
    };

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Should_wait_as_a_dead_letter_with_its_reason(string what, string exchange, string body, string[] reason)
    {
        what.ShouldNotBeEmpty();
        await Bus.PublishAsync(open.Brand.Broker, exchange, Queue, Encoding.UTF8.GetBytes(body));

        var letter = await Bus.TakeDeadLetterAsync(open.Brand.Broker, "orders-track_error");

        letter.Kind.ShouldBe("Unreadable");
        letter.Body.ShouldBe(body);
        var fault = letter.Fault.ShouldNotBeNull();
        foreach (var part in reason.Append("on queue 'orders-track' cannot be read").Append("waits in 'orders-track_error'; correct it at the sender"))
        {
            fault.ShouldContain(part);
        }

        fault.ShouldNotContain("\n");
        open.Host.Log.Has("message.failed", fault).ShouldBeTrue();
        await NeighboursGoThroughAsync();
    }

    [Theory]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain")]
    [InlineData("application/vnd.masstransit+json")]
    public async Task Should_be_told_whatever_it_calls_itself(string contentType)
    {
        await Bus.PublishAsync(open.Brand.Broker, AcceptedExchange, "", [1, 2, 3], contentType);

        var letter = await Bus.TakeDeadLetterAsync(open.Brand.Broker, "orders-track_error");

        letter.Kind.ShouldBe("Unreadable");
        letter.Fault.ShouldNotBeNull().ShouldContain("on queue 'orders-track' cannot be read");
        await NeighboursGoThroughAsync();
    }

    [Fact]
    public async Task Should_wait_as_skipped_when_nobody_there_takes_it()
    {
        var body = """{"orderId":"ID","connection":"acme","revision":2,"idempotencyKey":"ID","orderNumber":"1"}""".Replace("ID", AnOrder, StringComparison.Ordinal);
        await Bus.PublishAsync(open.Brand.Broker, "", Queue, Encoding.UTF8.GetBytes(body), type: "CancelWmsOrder");

        var letter = await Bus.TakeDeadLetterAsync(open.Brand.Broker, "orders-track_skipped");

        letter.Reason.ShouldContain("on queue 'orders-track' is not for any consumer there");
        letter.Reason.ShouldContain("publish it to the exchange named after its type, or discard it");
        await NeighboursGoThroughAsync();
    }

    [Fact]
    public async Task Should_wait_as_a_dead_letter_when_its_order_is_unknown()
    {
        var body = """{"orderId":"ID","revision":1}""".Replace("ID", AnOrder, StringComparison.Ordinal);
        await Bus.PublishAsync(open.Brand.Broker, AcceptedExchange, "", Encoding.UTF8.GetBytes(body));
        await NeighboursGoThroughAsync();

        var letter = await Bus.TakeDeadLetterAsync(open.Brand.Broker, "orders-track_error");

        letter.Body.ShouldContain(AnOrder);
        letter.Fault.ShouldNotBeNull().ShouldContain($"No order with id {AnOrder} is tracked; check the 'orderId' that the warehouse sends back");
    }

    private async Task NeighboursGoThroughAsync() =>
        await open.Host.ShowOnceAsync(open.Brand.Joor.Orders.AddApproved(1).Single(), "Accepted");
}
