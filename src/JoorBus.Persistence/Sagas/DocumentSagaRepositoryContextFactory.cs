using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using MassTransit;
using MassTransit.Saga;

namespace JoorBus.Persistence.Sagas;

/// <summary>MassTransit's saga repository on documents: the saga is stored in the unit of work of the message that changed it.</summary>
internal sealed class DocumentSagaRepositoryContextFactory<TSaga>(
    IDocuments documents,
    UnitOfWork unit,
    DocumentGates gates,
    ISagaConsumeContextFactory<IDocuments, TSaga> contexts) : ISagaRepositoryContextFactory<TSaga>
    where TSaga : class, ISaga, IVersioned
{
    public Task Send<T>(ConsumeContext<T> context, IPipe<SagaRepositoryContext<TSaga, T>> next)
        where T : class
    {
        if (!unit.IsOpen)
        {
            throw new ConfigurationException($"Saga {typeof(TSaga).Name} runs outside a unit of work; call UseUnitOfWork on its receive endpoint");
        }

        return next.Send(new DocumentSagaRepositoryContext<TSaga, T>(documents, unit, gates, context, contexts));
    }

    public Task SendQuery<T>(ConsumeContext<T> context, ISagaQuery<TSaga> query, IPipe<SagaRepositoryQueryContext<TSaga, T>> next)
        where T : class =>
        throw new NotSupportedException($"Saga {typeof(TSaga).Name} is found by its id only; correlate {typeof(T).Name} by id");

    public void Probe(ProbeContext context) => context.Add("persistence", "joorbus documents");
}
