using System.Collections.Concurrent;
using System.Text;
using JoorBus.Contracts.Orders;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using JoorBus.TestKit;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using IConnection = RabbitMQ.Client.IConnection;

namespace JoorBus.Messaging.Tests;

/// <summary>A host on a real broker and database whose one consumer takes acceptances, and an AMQP client that knows nothing of MassTransit.</summary>
internal sealed class RabbitMqHost : IAsyncDisposable
{
    public const string Queue = "answers";
    private readonly ServiceProvider services;
    private readonly IConnection connection;

    private RabbitMqHost(ServiceProvider services, IConnection connection, IChannel channel) => (this.services, this.connection, Channel) = (services, connection, channel);

    public IChannel Channel { get; }

    public IBus Bus => services.GetRequiredService<IBus>();

    public IReadOnlyList<ConsumeContext<WmsOrderAccepted>> Consumed => [.. services.GetRequiredService<ConcurrentQueue<ConsumeContext<WmsOrderAccepted>>>()];

    public static async Task<RabbitMqHost> StartAsync(QueueKind queues = QueueKind.Quorum, bool hasConsumer = true)
    {
        var uri = await TestBroker.CreateVirtualHostAsync();
        var database = await TestDatabase.CreateAsync();
        var services = new ServiceCollection()
            .AddLogging()
            .AddSingleton(new ConcurrentQueue<ConsumeContext<WmsOrderAccepted>>())
            .AddPersistence(options => options.ConnectionString = database)
            .AddMessaging(new MessagingOptions { RabbitMq = uri, Queues = queues }, bus =>
            {
                if (hasConsumer)
                    bus.AddConsumer<AcceptanceConsumer, AcceptanceConsumerDefinition>();
            })
            .BuildServiceProvider();
        await services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        await services.GetRequiredService<IBusControl>().StartAsync();
        var connection = await new ConnectionFactory { Uri = new Uri(uri) }.CreateConnectionAsync();
        return new RabbitMqHost(services, connection, await connection.CreateChannelAsync());
    }

    /// <summary>Publishes bytes without any header or property, as an outsider would.</summary>
    public async Task PublishAsync(string exchange, byte[] body, string routingKey = "", string? type = null, string? messageId = null) =>
        await Channel.BasicPublishAsync(exchange, routingKey, mandatory: false, new BasicProperties { Type = type, MessageId = messageId }, body);

    public Task PublishAsync(string exchange, string body, string routingKey = "", string? type = null, string? messageId = null) =>
        PublishAsync(exchange, Encoding.UTF8.GetBytes(body), routingKey, type, messageId);

    /// <summary>The next message of a queue that may not be there yet.</summary>
    public Task<BasicGetResult> GetAsync(string queue) => Eventually.ReadsAsync(() => TryGetAsync(queue), message => message is not null, $"a message is in {queue}")!;

    public async Task<uint> CountAsync(string queue) => await OnOwnChannelAsync(channel => channel.MessageCountAsync(queue));

    /// <summary>Does what may close a channel on one of its own.</summary>
    public async Task<T> OnOwnChannelAsync<T>(Func<IChannel, Task<T>> act)
    {
        await using var channel = await connection.CreateChannelAsync();
        return await act(channel);
    }

    public static string Header(BasicGetResult message, string name) => Encoding.UTF8.GetString((byte[])message.BasicProperties.Headers![name]!);

    public async ValueTask DisposeAsync()
    {
        await services.GetRequiredService<IBusControl>().StopAsync();
        await Channel.DisposeAsync();
        await connection.DisposeAsync();
        await services.DisposeAsync();
    }

    private async Task<BasicGetResult?> TryGetAsync(string queue)
    {
        try
        {
            return await OnOwnChannelAsync(channel => channel.BasicGetAsync(queue, autoAck: true));
        }
        catch (OperationInterruptedException)
        {
            return null;
        }
    }

    internal sealed class AcceptanceConsumer(ConcurrentQueue<ConsumeContext<WmsOrderAccepted>> consumed) : IConsumer<WmsOrderAccepted>
    {
        public Task Consume(ConsumeContext<WmsOrderAccepted> context)
        {
            consumed.Enqueue(context);
            return Task.CompletedTask;
        }
    }

    internal sealed class AcceptanceConsumerDefinition : ConsumerDefinition<AcceptanceConsumer>
    {
        public AcceptanceConsumerDefinition() => EndpointName = Queue;

        protected override void ConfigureConsumer(
            IReceiveEndpointConfigurator endpointConfigurator, IConsumerConfigurator<AcceptanceConsumer> consumerConfigurator, IRegistrationContext context)
        {
            endpointConfigurator.UseMessagingPolicy();
            endpointConfigurator.UseUnitOfWork(context);
        }
    }
}
