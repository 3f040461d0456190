using System.Globalization;
using JoorBus.TestKit;
using Xunit.Abstractions;

namespace JoorBus.Messaging.Tests.Reading;

public sealed class When_outsiders_publish_plain_JSON(ITestOutputHelper output) : IAsyncLifetime
{
    private const string Exchange = "joorbus.orders.wms-order-accepted";
    private const string OrderId = "4cf32aac-65ba-5c1d-a79b-8678f0a3b7e8";
    private RabbitMqHost host = null!;

    public async Task InitializeAsync() => host = await RabbitMqHost.StartAsync();

    public async Task DisposeAsync() => await host.DisposeAsync();

    [Fact]
    public async Task Should_consume_it_by_the_exchange_it_came_through()
    {
        await host.PublishAsync(Exchange, Accepted(revision: 2));

        await Eventually.BecomesTrueAsync(() => host.Consumed.Count == 1, "it is consumed");
        var message = host.Consumed[0].Message;
        (message.OrderId, message.Revision, message.WmsOrderId).ShouldBe((new Guid(OrderId), 2, "W1"));
    }

    [Theory]
    [InlineData("WmsOrderAccepted")]
    [InlineData("joorbus.orders.wms-order-accepted")]
    [InlineData("urn:message:JoorBus.Contracts.Orders:WmsOrderAccepted")]
    public async Task Should_consume_it_by_its_type_when_it_goes_to_the_queue(string type)
    {
        await host.PublishAsync("", Accepted(revision: 2), routingKey: RabbitMqHost.Queue, type: type);

        await Eventually.BecomesTrueAsync(() => host.Consumed.Count == 1, "it is consumed");
    }

    [Fact]
    public async Task Should_take_effect_once_when_the_same_body_comes_twice()
    {
        for (var time = 0; time < 3; time++)
            await host.PublishAsync(Exchange, Accepted(revision: 2));
        await host.PublishAsync(Exchange, Accepted(revision: 3));

        await Eventually.BecomesTrueAsync(async () => host.Consumed.Any(context => context.Message.Revision == 3) && await host.CountAsync(RabbitMqHost.Queue) == 0, "all are consumed");
        host.Consumed.Select(context => context.MessageId).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Should_go_by_the_senders_message_id_where_there_is_one()
    {
        var (one, other) = ("11111111-1111-1111-1111-111111111111", "22222222-2222-2222-2222-222222222222");
        await host.PublishAsync(Exchange, Accepted(revision: 2), messageId: one);
        await host.PublishAsync(Exchange, Accepted(revision: 2), messageId: other);

        await Eventually.BecomesTrueAsync(() => host.Consumed.Count == 2, "both are consumed");
        host.Consumed.Select(context => context.MessageId!.Value.ToString()).ShouldBe([one, other], ignoreOrder: true);
    }

    [Theory]
    [InlineData("", "its body is empty")]
    [InlineData("not json", "is not JSON")]
    [InlineData("[1]", "is a JSON Array; send a JSON object")]
    [InlineData("{}", "'orderId'")]
    [InlineData("{\"orderId\":\"4cf32aac-65ba-5c1d-a79b-8678f0a3b7e8\",\"revision\":\"two\"}", "$.revision")]
    [InlineData("{\"orderId\":\"yes\",\"revision\":2}", "$.orderId")]
    [InlineData("{\"orderId\":\"4cf32aac-65ba-5c1d-a79b-8678f0a3b7e8\",\"revision\":99999999999}", "$.revision")]
    public async Task Should_put_what_it_cannot_read_aside_with_the_reason(string body, string reason)
    {
        await host.PublishAsync(Exchange, body);
        await host.PublishAsync(Exchange, Accepted(revision: 2));

        var deadLetter = await host.GetAsync($"{RabbitMqHost.Queue}_error");
        var sentence = RabbitMqHost.Header(deadLetter, "MT-Fault-Message");
        output.WriteLine(sentence);
        sentence.ShouldSatisfyAllConditions(
            () => sentence.ShouldContain(reason),
            () => sentence.ShouldContain("on queue 'answers'"),
            () => sentence.ShouldContain("It waits in 'answers_error'; correct it at the sender"));
        RabbitMqHost.Header(deadLetter, "JoorBus-Failure-Kind").ShouldBe("Unreadable");
        System.Text.Encoding.UTF8.GetString(deadLetter.Body.Span).ShouldBe(body);
        await Eventually.BecomesTrueAsync(() => host.Consumed.Count == 1, "its neighbour is consumed");
    }

    [Fact]
    public async Task Should_put_raw_bytes_aside_as_they_came()
    {
        byte[] body = [0, 255, 254, 1, 2, 3];
        await host.PublishAsync(Exchange, body);

        var deadLetter = await host.GetAsync($"{RabbitMqHost.Queue}_error");

        RabbitMqHost.Header(deadLetter, "MT-Fault-Message").ShouldContain("its body of 6 bytes is not JSON");
        deadLetter.Body.ToArray().ShouldBe(body);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("WmsOrderEaten")]
    public async Task Should_say_when_the_type_is_not_known(string? type)
    {
        await host.PublishAsync("", Accepted(revision: 2), routingKey: RabbitMqHost.Queue, type: type);

        RabbitMqHost.Header(await host.GetAsync($"{RabbitMqHost.Queue}_error"), "MT-Fault-Message").ShouldContain($"its type is unknown (exchange '', AMQP type '{type}')");
    }

    [Fact]
    public async Task Should_put_a_known_type_that_nobody_takes_there_aside()
    {
        await host.PublishAsync("", $$"""{"orderId":"{{OrderId}}" }""", routingKey: RabbitMqHost.Queue, type: "WmsOrderShipped");

        (await host.GetAsync($"{RabbitMqHost.Queue}_skipped")).BasicProperties.Headers!.Keys.ShouldContain("MT-Reason");
    }

    private static string Accepted(int revision) =>
        string.Create(CultureInfo.InvariantCulture, $$"""{"orderId":"{{OrderId}}","revision":{{revision}},"wmsOrderId":"W1","new":true}""");
}
