using JoorBus.EndToEnd.World;
using RabbitMQ.Client;

namespace JoorBus.EndToEnd;

public sealed class When_queues_are_made
{
    [Theory]
    [InlineData("orders-translate")]
    [InlineData("orders-track")]
    [InlineData("wms-orders")]
    public async Task Should_be_replicated_with_a_delivery_limit(string queue)
    {
        await using var brand = await Brand.OpenAsync();
        await brand.StartHostAsync();
        await using var connection = await new ConnectionFactory { Uri = new Uri(brand.Broker) }.CreateConnectionAsync();
        await using var channel = await connection.CreateChannelAsync();

        // Declaring a queue again with other arguments is refused by the broker.
        await Should.NotThrowAsync(() => channel.QueueDeclareAsync(
            queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>
            {
                ["x-queue-type"] = "quorum",
                ["x-delivery-limit"] = 20,
                ["x-dead-letter-exchange"] = $"{queue}_error",
            }));
    }
}
