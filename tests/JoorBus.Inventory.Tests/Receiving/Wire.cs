using System.Text;
using System.Text.Json;
using JoorBus.Contracts;
using JoorBus.Contracts.Inventory;
using JoorBus.Messaging;
using JoorBus.TestKit;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace JoorBus.Inventory.Tests.Receiving;

/// <summary>A sender that knows AMQP only.</summary>
internal sealed class Wire : IAsyncDisposable
{
    private readonly IConnection _connection;
    private readonly IChannel _channel;

    private Wire(IConnection connection, IChannel channel) => (_connection, _channel) = (connection, channel);

    public static async Task<Wire> OpenAsync(string uri)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(uri) }.CreateConnectionAsync();
        return new Wire(connection, await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true)));
    }

    public static string Json(InventoryChanged message) => JsonSerializer.Serialize(message, ContractsJson.Default.InventoryChanged);

    /// <summary>Plain JSON to the exchange of levels.</summary>
    public async Task PlainAsync(string body) =>
        await _channel.BasicPublishAsync(EntityNames.Of(typeof(InventoryChanged)), "", mandatory: true, new BasicProperties { DeliveryMode = DeliveryModes.Persistent }, Encoding.UTF8.GetBytes(body));

    public Task PlainAsync(InventoryChanged message) => PlainAsync(Json(message));

    /// <summary>MassTransit's envelope to the queue itself.</summary>
    public async Task EnvelopeAsync(string message, string type = "urn:message:JoorBus.Contracts.Inventory:InventoryChanged") =>
        await _channel.BasicPublishAsync("", InventoryQueues.Receive, mandatory: true, new BasicProperties { ContentType = "application/vnd.masstransit+json", DeliveryMode = DeliveryModes.Persistent },
            Encoding.UTF8.GetBytes($$"""{"messageId":"0a000000-0000-0000-0000-000000000001","messageType":["{{type}}"],"headers":{},"message":{{message}}}"""));

    public async Task<uint> CountAsync(string queue)
    {
        try
        {
            await using var channel = await _connection.CreateChannelAsync();
            return await channel.MessageCountAsync(queue);
        }
        catch (OperationInterruptedException)
        {
            return 0;
        }
    }

    /// <summary>The reasons of all messages in the error queue, when there are that many.</summary>
    public async Task<List<string>> ReasonsAsync(int count)
    {
        var errors = QueueName.ErrorsOf(InventoryQueues.Receive);
        await Eventually.BecomesTrueAsync(async () => await CountAsync(errors) == count, $"{count} messages are in {errors}");
        await using var channel = await _connection.CreateChannelAsync();
        var reasons = new List<string>();
        while (await channel.BasicGetAsync(errors, autoAck: true) is { } message)
            reasons.Add(Encoding.UTF8.GetString((byte[])message.BasicProperties.Headers!["MT-Fault-Message"]!));
        return reasons;
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
