using System.Text;
using JoorBus.Contracts;
using JoorBus.Messaging;
using RabbitMQ.Client;

namespace JoorBus.EndToEnd.Connections;

/// <summary>A queue of its own that gets a copy of every message of JoorBus.</summary>
internal sealed class BusTap : IAsyncDisposable
{
    private static readonly string[] Queues = ["orders-translate", "orders-track", "wms-orders"];

    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly string _queue;

    private BusTap(IConnection connection, IChannel channel, string queue) => (_connection, _channel, _queue) = (connection, channel, queue);

    public static async Task<BusTap> OpenAsync(string broker)
    {
        var connection = await new ConnectionFactory { Uri = new Uri(broker) }.CreateConnectionAsync();
        var channel = await connection.CreateChannelAsync();
        var queue = (await channel.QueueDeclareAsync()).QueueName;
        foreach (var exchange in MessageTypes.All.Select(EntityNames.Of).Concat(Queues.SelectMany(name => new[] { name, $"{name}_error", $"{name}_skipped" })))
        {
            await channel.ExchangeDeclareAsync(exchange, ExchangeType.Fanout, durable: true);
            await channel.QueueBindAsync(queue, exchange, "");
        }

        return new BusTap(connection, channel, queue);
    }

    /// <summary>Takes all messages out, each with its properties, headers and body as text.</summary>
    public async Task<IReadOnlyList<string>> TakeAllAsync()
    {
        var messages = new List<string>();
        while (await _channel.BasicGetAsync(_queue, autoAck: true) is { } got)
        {
            var properties = got.BasicProperties;
            var headers = (properties.Headers ?? new Dictionary<string, object?>()).Select(header => $"{header.Key}={Text(header.Value)}");
            messages.Add($"{got.Exchange} {properties.Type} {properties.AppId} {properties.MessageId} {string.Join(' ', headers)} {Encoding.UTF8.GetString(got.Body.Span)}");
        }

        return messages;
    }

    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private static string? Text(object? value) => value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString();
}
