using System.Collections.Concurrent;
using JoorBus.Contracts.Orders;
using JoorBus.Orders.Tracking;
using JoorBus.Orders.Translating;
using JoorBus.Persistence;
using JoorBus.TestKit;
using MassTransit;
using MassTransit.Mediator;
using MassTransit.Saga;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Orders.Tests.Tracking;

/// <summary>The real state machine and the real translating consumer without transport or database: raising an event returns what they published.</summary>
internal sealed class OrderMachine : IAsyncDisposable
{
    private readonly ServiceProvider tracking;
    private readonly ServiceProvider translating;
    private readonly ConcurrentDictionary<Guid, List<object>> published = new();

    public OrderMachine()
    {
        tracking = Provide(bus => bus.AddSagaStateMachine<OrderFulfillmentStateMachine, OrderFulfillment>().InMemoryRepository());
        translating = Provide(bus => bus.AddConsumer<JoorOrderReceivedConsumer>());
    }

    public OrderFulfillmentStateMachine Machine => tracking.GetRequiredService<OrderFulfillmentStateMachine>();

    private IndexedSagaDictionary<OrderFulfillment> Orders => tracking.GetRequiredService<IndexedSagaDictionary<OrderFulfillment>>();

    public OrderFulfillment? Find(Guid orderId) => Orders[orderId]?.Instance;

    /// <summary>Puts an order into the state it shall be met in.</summary>
    public void Begin(OrderFulfillment order) => Orders.Add(new SagaInstance<OrderFulfillment>(order));

    /// <summary>What the queue of the saga does with a message.</summary>
    public Task<IReadOnlyList<object>> TrackAsync(Guid orderId, object message) => ConsumeAsync(tracking, orderId, message);

    /// <summary>What the queue of the translating consumer does with a message.</summary>
    public Task<IReadOnlyList<object>> TranslateAsync(Guid orderId, JoorOrderReceived message) => ConsumeAsync(translating, orderId, message);

    public async ValueTask DisposeAsync()
    {
        await tracking.DisposeAsync();
        await translating.DisposeAsync();
    }

    private async Task<IReadOnlyList<object>> ConsumeAsync(ServiceProvider provider, Guid orderId, object message)
    {
        published[orderId] = [];
        await provider.GetRequiredService<IMediator>().Publish(message, message.GetType());
        return published[orderId];
    }

    private ServiceProvider Provide(Action<IMediatorRegistrationConfigurator> consumers)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton<TimeProvider>(new ManualClock());
        // Nothing commits here, so the database is never called.
        services.AddPersistence(options => options.ConnectionString = "Host=never-called");
        services.AddMediator(bus =>
        {
            consumers(bus);
            bus.AddHandler((ConsumeContext<CreateWmsOrder> context) => Publish(context.Message.OrderId, context.Message));
            bus.AddHandler((ConsumeContext<AmendWmsOrder> context) => Publish(context.Message.OrderId, context.Message));
            bus.AddHandler((ConsumeContext<CancelWmsOrder> context) => Publish(context.Message.OrderId, context.Message));
        });
        return services.BuildServiceProvider(validateScopes: true);
    }

    private Task Publish(Guid orderId, object command)
    {
        published[orderId].Add(command);
        return Task.CompletedTask;
    }
}
