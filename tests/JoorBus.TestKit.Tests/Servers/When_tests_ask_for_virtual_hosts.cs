using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace JoorBus.TestKit.Tests.Servers;

public sealed class When_tests_ask_for_virtual_hosts
{
    [Fact]
    public async Task Should_each_get_one_of_its_own_at_the_same_time()
    {
        var uris = await Task.WhenAll(TestBroker.CreateVirtualHostAsync(), TestBroker.CreateVirtualHostAsync());

        uris.Distinct().Count().ShouldBe(2);
        foreach (var uri in uris)
        {
            await using var connection = await new ConnectionFactory { Uri = new Uri(uri) }.CreateConnectionAsync();
            connection.IsOpen.ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Should_be_refused_a_name_that_is_not_one()
    {
        await using var broker = await TestServers.StartOwnRabbitMqAsync();

        await Should.ThrowAsync<ArgumentException>(() => broker.CreateVirtualHostAsync("a\">>"));
    }
}
