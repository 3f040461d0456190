using System.Text;
using JoorBus.TestKit;
using RabbitMQ.Client;

namespace JoorBus.EndToEnd.World;

/// <summary>The broker as any AMQP client sees it.</summary>
public static class Bus
{
    public static async Task<uint> ConsumersOfAsync(string broker, string queue)
    {
        await using var connection = await ConnectAsync(broker);
        await using var channel = await connection.CreateChannelAsync();
        return await channel.ConsumerCountAsync(queue);
    }

    public static async Task<uint> CountAsync(string broker, string queue)
    {
        await using var connection = await ConnectAsync(broker);
        await using var channel = await connection.CreateChannelAsync();
        return await channel.MessageCountAsync(queue);
    }

    /// <summary>Publishes a body as it is; no exchange means straight to the queue.</summary>
    public static async Task PublishAsync(string broker, string exchange, string queue, byte[] body, string contentType = "application/json", string? type = null)
    {
        await using var connection = await ConnectAsync(broker);
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true));
        var properties = new BasicProperties { Persistent = true, ContentType = contentType, Type = type };
        await channel.BasicPublishAsync(exchange, queue, mandatory: true, properties, body);
    }

    /// <summary>Takes the next dead letter from a queue, which may still have to be made.</summary>
    public static async Task<DeadLetter> TakeDeadLetterAsync(string broker, string queue)
    {
        var found = await Eventually.ReadsAsync(() => TryTakeAsync(broker, queue), letter => letter is not null, $"a dead letter is in {queue}");
        return found!;
    }

    private static async Task<DeadLetter?> TryTakeAsync(string broker, string queue)
    {
        try
        {
            await using var connection = await ConnectAsync(broker);
            await using var channel = await connection.CreateChannelAsync();
            return await channel.BasicGetAsync(queue, autoAck: true) is { } got ? DeadLetter.Of(got) : null;
        }
        catch (RabbitMQ.Client.Exceptions.OperationInterruptedException)
        {
            // The queue is made by its first dead letter; one that is being made even ends the connection.
            return null;
        }
    }

    private static async Task<IConnection> ConnectAsync(string broker) => await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
}

/// <summary>What a person or a replay sees of a failed message.</summary>
public sealed record DeadLetter(string Reason, string? Fault, string? Kind, string Body)
{
    internal static DeadLetter Of(BasicGetResult got)
    {
        return new(Header("MT-Reason") ?? "", Header("MT-Fault-Message"), Header("JoorBus-Failure-Kind"), Encoding.UTF8.GetString(got.Body.Span));

        string? Header(string name) => got.BasicProperties.Headers?.TryGetValue(name, out var value) == true && value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : null;
    }
}
