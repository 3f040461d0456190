using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;

namespace JoorBus.Benchmarks.PlainMassTransit;

/// <summary>What MassTransit asks of a repository while one message is handled.</summary>
public sealed class SagaContext<TMessage> : ConsumeContextScope<TMessage>, SagaRepositoryContext<OrderSaga, TMessage>
    where TMessage : class
{
    private readonly SagaDatabase _database;
    private readonly ConsumeContext<TMessage> _message;
    private readonly ISagaConsumeContextFactory<SagaDatabase, OrderSaga> _factory;

    public SagaContext(
        SagaDatabase database, ConsumeContext<TMessage> message, ISagaConsumeContextFactory<SagaDatabase, OrderSaga> factory)
        : base(message, database) =>
        (_database, _message, _factory) = (database, message, factory);

    public Task<SagaConsumeContext<OrderSaga, T>> CreateSagaConsumeContext<T>(
        ConsumeContext<T> consumeContext, OrderSaga instance, SagaConsumeContextMode mode)
        where T : class =>
        _factory.CreateSagaConsumeContext(_database, consumeContext, instance, mode);

    public Task<SagaConsumeContext<OrderSaga, TMessage>> Add(OrderSaga instance) =>
        _factory.CreateSagaConsumeContext(_database, _message, instance, SagaConsumeContextMode.Add);

    public async Task<SagaConsumeContext<OrderSaga, TMessage>> Insert(OrderSaga instance)
    {
        await _database.InsertAsync(instance);
        return await _factory.CreateSagaConsumeContext(_database, _message, instance, SagaConsumeContextMode.Insert);
    }

    public async Task<SagaConsumeContext<OrderSaga, TMessage>> Load(Guid correlationId) =>
        await _database.LoadAsync(correlationId) is { } saga
            ? await _factory.CreateSagaConsumeContext(_database, _message, saga, SagaConsumeContextMode.Load)
            : null!;

    public Task Save(SagaConsumeContext<OrderSaga> context) => _database.InsertAsync(context.Saga);

    public Task Update(SagaConsumeContext<OrderSaga> context) => _database.UpdateAsync(context.Saga);

    public Task Delete(SagaConsumeContext<OrderSaga> context) => throw new NotSupportedException("No order is completed here.");

    public Task Discard(SagaConsumeContext<OrderSaga> context) => Task.CompletedTask;

    public Task Undo(SagaConsumeContext<OrderSaga> context) => Task.CompletedTask;
}
