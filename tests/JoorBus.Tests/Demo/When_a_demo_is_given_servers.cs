using JoorBus.Demo;
using JoorBus.Messaging;
using Microsoft.Extensions.Configuration;

namespace JoorBus.Tests.Demo;

public sealed class When_a_demo_is_given_servers
{
    private const string Database = "Host=db;Database=joorbus_demo;Username=joorbus";
    private const string Broker = "amqp://demo@rabbit:5672/demo";

    [Fact]
    public void Should_take_those_that_are_named_as_a_demos()
    {
        var (servers, fault) = Read(Database, Broker);

        fault.ShouldBeNull();
        servers!.Database.ShouldContain("joorbus_demo");
        servers.RabbitMq.ShouldBe(Broker);
    }

    [Theory]
    [InlineData(null, Broker, "needs JOORBUS__POSTGRES")]
    [InlineData("Host=db;Database=joorbus;Username=joorbus", Broker, "'joorbus' is not named as a demo's")]
    [InlineData(Database, null, "needs JOORBUS__RABBITMQ")]
    [InlineData(Database, "amqp://demo@rabbit:5672/joorbus", "needs JOORBUS__RABBITMQ")]
    public void Should_keep_its_hands_off_any_other(string? database, string? broker, string sentence)
    {
        var (servers, fault) = Read(database, broker);

        servers.ShouldBeNull();
        fault!.ShouldContain(sentence);
    }

    private static (DemoServers? Servers, string? Fault) Read(string? database, string? broker) => DemoServers.Read(
        new ConfigurationBuilder().AddInMemoryCollection([new("Postgres", database), new("RabbitMq", broker)]).Build(), [], BusTransport.RabbitMq);
}
