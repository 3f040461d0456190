using JoorBus.Messaging;

namespace JoorBus.Tests.Configuring;

public sealed class When_a_broker_has_nodes
{
    [Fact]
    public void Should_reach_each_as_the_same_user() =>
        new MessagingOptions { RabbitMq = "amqps://joorbus:secret@rabbit-1:5671/joorbus", Nodes = "rabbit-1, rabbit-2:5673" }.NodeAddresses().Select(node => node.AbsoluteUri)
            .ShouldBe(["amqps://joorbus:secret@rabbit-1:5671/joorbus", "amqps://joorbus:secret@rabbit-2:5673/joorbus"]);

    [Fact]
    public void Should_be_the_one_address_otherwise() =>
        new MessagingOptions { RabbitMq = "amqp://u:p@rabbit:5672/v" }.NodeAddresses().ShouldHaveSingleItem().Host.ShouldBe("rabbit");

    [Theory]
    [InlineData("${RABBITMQ_NODES}")]
    [InlineData("rabbit-1,rabbit 2")]
    [InlineData("rabbit-1:70000")]
    public void Should_say_which_one_is_no_host(string nodes) =>
        new MessagingOptions { RabbitMq = "amqp://u:p@rabbit:5672/v", Nodes = nodes }.Faults().ShouldHaveSingleItem().ShouldStartWith($"JOORBUS__BUS__NODES has '{nodes.Split(',')[^1]}', which is no host");
}
