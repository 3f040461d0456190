using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;

namespace JoorBus.Persistence.Marten;

/// <summary>Documents of one unit of work by Marten. Changes wait in the unit and are written by <see cref="MartenWriter"/>.</summary>
internal sealed class MartenDocuments(MartenReads reads, UnitOfWork unit) : IDocuments
{
    public Task<T?> LoadAsync<T>(Guid id, CancellationToken cancellationToken)
        where T : class, IVersioned =>
        reads.Of<T>().LoadAsync(id).WaitAsync(cancellationToken);

    public Task<IReadOnlyList<T>> QueryAsync<T>(DocumentIndex index, string value, int limit, CancellationToken cancellationToken)
        where T : class, IVersioned =>
        reads.Of<T>().QueryAsync(index, value, limit, cancellationToken);

    public void Insert<T>(T document)
        where T : class, IVersioned
    {
        document.Version = 1;
        unit.Change(new InsertedDocument<T>(reads.Of<T>().Mapping, document));
    }

    public void Update<T>(T document)
        where T : class, IVersioned =>
        unit.Change(new UpdatedDocument<T>(reads.Of<T>().Mapping, document));

    public void Delete<T>(T document)
        where T : class, IVersioned =>
        unit.Change(new DeletedDocument<T>(reads.Of<T>().Mapping, document));
}
