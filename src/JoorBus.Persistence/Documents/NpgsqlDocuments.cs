using JoorBus.Persistence.Committing;

namespace JoorBus.Persistence.Documents;

/// <summary>Documents by Npgsql alone, in Marten's tables.</summary>
internal sealed class NpgsqlDocuments(DocumentTables tables, UnitOfWork unit) : IDocuments
{
    public Task<T?> LoadAsync<T>(Guid id, CancellationToken cancellationToken)
        where T : class, IVersioned =>
        tables.Of<T>().LoadAsync(id).WaitAsync(cancellationToken);

    public Task<IReadOnlyList<T>> QueryAsync<T>(DocumentIndex index, string value, int limit, CancellationToken cancellationToken)
        where T : class, IVersioned =>
        tables.Of<T>().QueryAsync(index, value, limit, cancellationToken);

    public void Insert<T>(T document)
        where T : class, IVersioned
    {
        document.Version = 1;
        unit.Write(tables.Of<T>().Insert, tables.Of<T>().ToRow(document));
    }

    public void Update<T>(T document)
        where T : class, IVersioned =>
        unit.Write(tables.Of<T>().Update, tables.Of<T>().ToRow(document));

    public void Delete<T>(T document)
        where T : class, IVersioned =>
        unit.Write(tables.Of<T>().Delete, tables.Of<T>().ToRow(document));
}

/// <summary>The tables of all mapped document types.</summary>
internal sealed class DocumentTables(IEnumerable<DocumentMapping> mappings, Database database)
{
    private readonly PerDocument _tables = new(mappings);

    public DocumentTable<T> Of<T>()
        where T : class, IVersioned =>
        _tables.Of<T, DocumentTable<T>>(mapping => new DocumentTable<T>(mapping, database));
}
