using System.Text;
using RabbitMQ.Client;
using Shouldly;
using Xunit;

namespace JoorBus.TestKit.Tests.Servers;

public sealed class When_RabbitMQ_is_killed
{
    private const string Queue = "orders";

    [Fact]
    public async Task Should_keep_what_a_durable_queue_has_confirmed()
    {
        await using var broker = await TestServers.StartOwnRabbitMqAsync();
        var uri = await broker.CreateVirtualHostAsync("shop");
        await PublishAsync(uri, "order 7");
        await broker.WriteDefinitionsAsync();

        await broker.KillAsync();
        await broker.StartAgainAsync();

        (await TakeAsync(uri)).ShouldBe("order 7");
    }

    private static async Task PublishAsync(string uri, string text)
    {
        await using var connection = await ConnectAsync(uri);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        await channel.QueueDeclareAsync(Queue, durable: true, exclusive: false, autoDelete: false);
        await channel.BasicPublishAsync("", Queue, mandatory: true, new BasicProperties { Persistent = true }, Encoding.UTF8.GetBytes(text));
    }

    private static async Task<string?> TakeAsync(string uri)
    {
        await using var connection = await ConnectAsync(uri);
        await using var channel = await connection.CreateChannelAsync();
        return await channel.BasicGetAsync(Queue, autoAck: true) is { } message ? Encoding.UTF8.GetString(message.Body.Span) : null;
    }

    private static Task<IConnection> ConnectAsync(string uri) => new ConnectionFactory { Uri = new Uri(uri) }.CreateConnectionAsync();
}
