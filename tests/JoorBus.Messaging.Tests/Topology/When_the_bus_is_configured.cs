namespace JoorBus.Messaging.Tests.Topology;

public sealed class When_the_bus_is_configured
{
    [Theory]
    [InlineData(null, null, BusTransport.Memory)]
    [InlineData(null, "amqp://localhost", BusTransport.RabbitMq)]
    [InlineData(BusTransport.Memory, "amqp://localhost", BusTransport.Memory)]
    [InlineData(BusTransport.RabbitMq, "amqp://localhost", BusTransport.RabbitMq)]
    public void Should_use_the_broker_that_is_named(BusTransport? transport, string? uri, BusTransport effective) =>
        new MessagingOptions { Transport = transport, RabbitMq = uri }.EffectiveTransport.ShouldBe(effective);

    [Theory]
    [InlineData(2, 1)]
    [InlineData(1000, 1000)]
    public void Should_take_what_is_within_range(int deliveryLimit, int concurrency) =>
        new MessagingOptions { RabbitMq = "amqps://user:secret@host/vhost", DeliveryLimit = deliveryLimit, Concurrency = concurrency }.Faults().ShouldBeEmpty();

    [Fact]
    public void Should_name_every_fault_at_once() =>
        new MessagingOptions { RabbitMq = "http://host", DeliveryLimit = 1, Concurrency = 1001 }.Faults().ShouldBe(
        [
            "JOORBUS__RABBITMQ is not an amqp URI; write amqp://user:password@host:5672/vhost",
            "JOORBUS__BUS__DELIVERYLIMIT is 1; allowed is 2 to 1000",
            "JOORBUS__BUS__CONCURRENCY is 1001; allowed is 1 to 1000",
        ]);

    // A broker's address holds a password.
    [Fact]
    public void Should_not_repeat_a_wrong_address() =>
        new MessagingOptions { RabbitMq = "http://user:secret@host" }.Faults().ShouldHaveSingleItem().ShouldNotContain("secret");
}
