using JoorBus.Benchmarks.Contending;
using JoorBus.Benchmarks.Source;
using JoorBus.Benchmarks.Twins;
using JoorBus.Contracts.Orders;
using MassTransit;
using MassTransit.Configuration;
using MassTransit.Saga;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace JoorBus.Benchmarks.PlainMassTransit;

/// <summary>MassTransit as most first write it: one message per transaction, saga repository, polled outbox.</summary>
public sealed class PlainPath(ChildOptions options, OrderSource source, bool sendsTogether) : IOrderPath
{
    private const ushort AtATime = 16;
    private readonly PathFailure _failure = new();
    private readonly NpgsqlDataSource _singles = Databases.ForSingleRows(options.Postgres, 2 * AtATime);
    private readonly NpgsqlDataSource _batches = Databases.ForBatches(options.Postgres);
    private ServiceProvider? _services;

    public Task Failed => _failure.Task;

    public async Task StartAsync(CancellationToken stopping)
    {
        await PlainTopology.DeclareWarehouseAsync(options.Amqp, options.QueueType, stopping);
        _services = new ServiceCollection().AddLogging().AddSingleton(_singles).AddMassTransit(Configure).BuildServiceProvider();
        var bus = _services.GetRequiredService<IBusControl>();
        await bus.StartAsync(stopping);

        _failure.Watch(new PolledOutbox(_batches, bus, sendsTogether).RunAsync(stopping));
        _failure.Watch(PollAsync(stopping));
    }

    public async ValueTask DisposeAsync()
    {
        if (_services is { } services)
        {
            await services.GetRequiredService<IBusControl>().StopAsync(CancellationToken.None);
            await services.DisposeAsync();
        }
        await _singles.DisposeAsync();
        await _batches.DisposeAsync();
    }

    private void Configure(IBusRegistrationConfigurator bus)
    {
        bus.AddConsumer<TranslateConsumer>();
        bus.AddSagaStateMachine<OrderStateMachine, OrderSaga>().Repository(repository => repository
            .RegisterSagaRepository<OrderSaga, SagaDatabase, SagaConsumeContextFactory<SagaDatabase, OrderSaga>, SagaContextFactory>());
        bus.UsingRabbitMq((context, rabbit) =>
        {
            rabbit.Host(options.Amqp);
            Receive(rabbit, "orders-translate", endpoint => endpoint.ConfigureConsumer<TranslateConsumer>(context));
            Receive(rabbit, "orders-track", endpoint =>
            {
                endpoint.UseRawJsonDeserializer(RawSerializerOptions.AddTransportHeaders);
                endpoint.UseMessageRetry(retry => retry.Intervals(10, 50, 250, 1000));
                endpoint.ConfigureSaga<OrderSaga>(context);
            });
        });
    }

    private void Receive(IRabbitMqBusFactoryConfigurator rabbit, string queue, Action<IRabbitMqReceiveEndpointConfigurator> configure) =>
        rabbit.ReceiveEndpoint(queue, endpoint =>
        {
            endpoint.PrefetchCount = AtATime;
            endpoint.ConcurrentMessageLimit = AtATime;
            endpoint.SetQueueArgument("x-queue-type", options.QueueType);
            configure(endpoint);
        });

    private async Task PollAsync(CancellationToken stopping)
    {
        var intake = new OrderIntake(_batches, PlainTopology.NameOf<JoorOrderReceived>());
        while (true)
        {
            var page = await source.NextPageAsync(stopping);
            await intake.StoreAsync(SourceOrder.ReadPage(page, TimeProvider.System.GetUtcNow()), stopping);
        }
    }
}
