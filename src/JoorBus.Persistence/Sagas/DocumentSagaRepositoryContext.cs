using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using MassTransit;
using MassTransit.Context;
using MassTransit.Saga;

namespace JoorBus.Persistence.Sagas;

internal sealed class DocumentSagaRepositoryContext<TSaga, TMessage>(
    IDocuments documents,
    UnitOfWork unit,
    DocumentGates gates,
    ConsumeContext<TMessage> context,
    ISagaConsumeContextFactory<IDocuments, TSaga> contexts) : ConsumeContextScope<TMessage>(context), SagaRepositoryContext<TSaga, TMessage>
    where TSaga : class, ISaga, IVersioned
    where TMessage : class
{
    private readonly ConsumeContext<TMessage> consuming = context;

    public Task<SagaConsumeContext<TSaga, T>> CreateSagaConsumeContext<T>(ConsumeContext<T> consumeContext, TSaga instance, SagaConsumeContextMode mode)
        where T : class =>
        contexts.CreateSagaConsumeContext(documents, consumeContext, instance, mode);

    public Task<SagaConsumeContext<TSaga, TMessage>> Add(TSaga instance) =>
        contexts.CreateSagaConsumeContext(documents, consuming, instance, SagaConsumeContextMode.Add);

    public Task<SagaConsumeContext<TSaga, TMessage>> Insert(TSaga instance) =>
        throw new NotSupportedException($"Saga {typeof(TSaga).Name} is stored once, after the message; leave InsertOnInitial off");

    public async Task<SagaConsumeContext<TSaga, TMessage>> Load(Guid correlationId)
    {
        await unit.EnterAsync(gates, correlationId, CancellationToken).ConfigureAwait(false);
        var saga = await documents.LoadAsync<TSaga>(correlationId, CancellationToken).ConfigureAwait(false);
        return saga is null
            ? null!
            : await contexts.CreateSagaConsumeContext(documents, consuming, saga, SagaConsumeContextMode.Load).ConfigureAwait(false);
    }

    public Task Save(SagaConsumeContext<TSaga> context)
    {
        documents.Insert(context.Saga);
        return Task.CompletedTask;
    }

    public Task Update(SagaConsumeContext<TSaga> context)
    {
        documents.Update(context.Saga);
        return Task.CompletedTask;
    }

    public Task Delete(SagaConsumeContext<TSaga> context)
    {
        documents.Delete(context.Saga);
        return Task.CompletedTask;
    }

    public Task Discard(SagaConsumeContext<TSaga> context) => Task.CompletedTask;

    public Task Undo(SagaConsumeContext<TSaga> context) => Task.CompletedTask;
}
