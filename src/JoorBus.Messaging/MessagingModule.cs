using JoorBus.Contracts;
using JoorBus.Messaging.Failing;
using JoorBus.Messaging.Reading;
using MassTransit;
using MassTransit.Serialization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JoorBus.Messaging;

/// <summary>Registration of the bus.</summary>
public static class MessagingModule
{
    private static readonly HashSet<string> Announced = [.. MessageTypes.Announcements.Select(EntityNames.Of)];

    // MassTransit's options are one for the process and closed by their first use; a process may hold several hosts.
    static MessagingModule() => SystemTextJsonMessageSerializer.Options.TypeInfoResolverChain.Insert(0, ContractsJson.Default);

    /// <summary>The bus with JoorBus's names and policies; the slices add their consumers.</summary>
    public static IServiceCollection AddMessaging(this IServiceCollection services, MessagingOptions options, Action<IBusRegistrationConfigurator> slices)
    {
        services.AddSingleton(options);
        // An exchange drops what nobody has bound to it yet: whatever publishes starts after the queues are there.
        services.Configure<MassTransitHostOptions>(host =>
        {
            host.WaitUntilStarted = true;
            // Also how long an endpoint that lost its connection waits for the messages it was at, before it consumes again.
            host.ConsumerStopTimeout = TimeSpan.FromSeconds(15);
            host.StopTimeout = TimeSpan.FromSeconds(18);
        });
        services.AddMassTransit(bus =>
        {
            // Nothing of a brand's system is told to anybody who was not asked for.
            bus.DisableUsageTelemetry();
            slices(bus);
            bus.AddConfigureEndpointsCallback((name, endpoint) => ChooseQueueKind(name, endpoint, options));
            if (options.EffectiveTransport == BusTransport.RabbitMq)
            {
                bus.UsingRabbitMq((context, broker) => ConfigureRabbitMq(broker, context, options));
            }
            else
            {
                bus.UsingInMemory((context, memory) =>
                {
                    ConfigureAny(memory, context, options);
                    memory.ConfigureEndpoints(context);
                });
            }
        });
        return services;
    }

    /// <summary>Retry by <see cref="FailurePolicy"/>, the reason written into every dead letter. For each consumer's definition.</summary>
    public static void UseMessagingPolicy(this IReceiveEndpointConfigurator endpoint) =>
        endpoint.UseMessageRetry(retry => retry.SetRetryPolicy(_ => new FailureRetryPolicy()));

    private static void ConfigureAny(IBusFactoryConfigurator bus, IBusRegistrationContext context, MessagingOptions options)
    {
        var log = context.GetRequiredService<ILoggerFactory>().CreateLogger("JoorBus.Messaging");
        bus.MessageTopology.SetEntityNameFormatter(new EntityNames());
        bus.ConcurrentMessageLimit = options.Concurrency;
        bus.AddDeserializer(new EnvelopeDeserializer());
        bus.AddDeserializer(new PlainJsonDeserializer(OriginOf), isDefault: true);
        bus.ConnectEndpointConfigurationObserver(new FailureSentences(log));
    }

    private static void ConfigureRabbitMq(IRabbitMqBusFactoryConfigurator broker, IBusRegistrationContext context, MessagingOptions options)
    {
        var door = new BrokerDoor(
            options.NodeAddresses(),
            context.GetService<TimeProvider>() ?? TimeProvider.System,
            context.GetRequiredService<ILoggerFactory>().CreateLogger<BrokerDoor>(),
            context.GetService<IHostApplicationLifetime>()?.ApplicationStopping ?? CancellationToken.None);
        broker.Host(new Uri(options.RabbitMq!), host =>
        {
            host.PublisherConfirmation = true;
            host.OnRefreshConnectionFactory = _ => door.WaitAsync();
            if (options.NodeNames() is { Length: > 0 } nodes)
                host.UseCluster(cluster => Array.ForEach(nodes, cluster.Node));
        });
        ConfigureAny(broker, context, options);
        // A message that reaches no queue comes back as a failure and stays in the outbox, instead of vanishing; what is only told may go unheard.
        broker.ConfigureSend(send => send.UseExecute(context =>
        {
            if (context is RabbitMqSendContext rabbit)
            {
                rabbit.Mandatory = !Announced.Contains(rabbit.Exchange);
            }
        }));
        broker.PrefetchCount = options.Concurrency * 2;
        broker.DeployPublishTopology = true;
        // Dead letters may be looked at and given back any number of times.
        broker.SendTopology.ConfigureErrorSettings = Unlimited;
        broker.SendTopology.ConfigureDeadLetterSettings = Unlimited;
        BindWmsQueue(broker, options);
        broker.ConfigureEndpoints(context);
    }

    private static void ChooseQueueKind(string queueName, IReceiveEndpointConfigurator endpoint, MessagingOptions options)
    {
        if (options.Queues == QueueKind.Quorum && endpoint is IRabbitMqReceiveEndpointConfigurator queue)
        {
            queue.SetQuorumQueue();
            Limit(queue, queueName, options);
            queue.BindDeadLetterQueue(QueueName.ErrorsOf(queueName), QueueName.ErrorsOf(queueName), errors => errors.SetQueueArgument("x-queue-type", "quorum"));
        }
    }

    private static void Unlimited(IRabbitMqQueueConfigurator queue)
    {
        queue.SetQueueArgument("x-delivery-limit", null);
        queue.SetQueueArgument("x-dead-letter-exchange", null);
    }

    // What is delivered too often goes to the error queue too; without an address the broker would drop it.
    private static void Limit(IRabbitMqQueueConfigurator queue, string queueName, MessagingOptions options)
    {
        queue.SetQueueArgument("x-delivery-limit", options.DeliveryLimit);
        queue.SetQueueArgument("x-dead-letter-exchange", QueueName.ErrorsOf(queueName));
    }

    // The commands wait in the WMS's queue from the first start on, whether a WMS listens yet or not.
    private static void BindWmsQueue(IRabbitMqBusFactoryConfigurator broker, MessagingOptions options)
    {
        foreach (var command in MessageTypes.WmsOrderCommands)
        {
            broker.Publish(command, publish =>
            {
                var topology = (IRabbitMqMessagePublishTopologyConfigurator)publish;
                var errors = QueueName.ErrorsOf(QueueName.WmsOrders);
                topology.BindQueue(EntityNames.Of(command), QueueName.WmsOrders, queue =>
                {
                    if (options.Queues == QueueKind.Quorum)
                    {
                        queue.SetQueueArgument("x-queue-type", "quorum");
                        Limit(queue, QueueName.WmsOrders, options);
                    }
                });
                topology.BindQueue(errors, errors, queue =>
                {
                    if (options.Queues == QueueKind.Quorum)
                    {
                        queue.SetQueueArgument("x-queue-type", "quorum");
                    }
                });
            });
        }
    }

    private static PlainMessageOrigin OriginOf(ReceiveContext context) =>
        context.TryGetPayload<RabbitMqBasicConsumeContext>(out var basic)
            ? new PlainMessageOrigin(
                basic.Exchange,
                basic.Properties.Type,
                Guid.TryParse(basic.Properties.MessageId, out var id) ? id : null)
            : new PlainMessageOrigin(null, context.TransportHeaders.Get<string>(MessageHeaders.MessageType), null);

    private sealed class FailureSentences(ILogger log) : IEndpointConfigurationObserver
    {
        public void EndpointConfigured<T>(T configurator)
            where T : IReceiveEndpointConfigurator
        {
            configurator.PublishFaults = false;
            configurator.ConfigureError(pipe =>
            {
                pipe.UseFilter(new FailureSentenceFilter(log));
                pipe.UseFilter(new MassTransit.Middleware.ErrorTransportFilter());
            });
            configurator.ConfigureDeadLetter(pipe => pipe.UseFilter(new SkippedSentenceFilter(log)));
        }
    }
}
