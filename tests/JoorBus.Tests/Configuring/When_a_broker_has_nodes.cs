using JoorBus.Configuring;
using JoorBus.Messaging;

namespace JoorBus.Tests.Configuring;

public sealed class When_a_broker_has_nodes
{
    [Fact]
    public void Should_reach_each_as_the_same_user() =>
        BrokerAddress.Nodes(new MessagingOptions { RabbitMq = "amqps://joorbus:secret@rabbit-1:5671/joorbus", Nodes = "rabbit-1, rabbit-2:5673" }).Select(node => node.AbsoluteUri)
            .ShouldBe(["amqps://joorbus:secret@rabbit-1:5671/joorbus", "amqps://joorbus:secret@rabbit-2:5673/joorbus"]);

    [Fact]
    public void Should_be_the_one_address_otherwise() =>
        BrokerAddress.Nodes(new MessagingOptions { RabbitMq = "amqp://u:p@rabbit:5672/v" }).ShouldHaveSingleItem().Host.ShouldBe("rabbit");
}
