using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using Marten;
using Marten.Services;

namespace JoorBus.Persistence.Marten;

/// <summary>Reads of all mapped document types.</summary>
internal sealed class MartenReads(IEnumerable<DocumentMapping> mappings, IDocumentStore store, Database database)
{
    private readonly PerDocument _reads = new(mappings);

    public MartenReads<T> Of<T>()
        where T : class, IVersioned =>
        _reads.Of<T, MartenReads<T>>(mapping => new MartenReads<T>(mapping, store, database));
}

/// <summary>Reads of one document type. Loads that wait together are one look-up.</summary>
internal sealed class MartenReads<T>
    where T : class, IVersioned
{
    private readonly IDocumentStore _store;
    private readonly Database _database;
    private readonly Coalescer<Guid, T?> _loads;

    public MartenReads(DocumentMapping<T> mapping, IDocumentStore store, Database database)
    {
        Mapping = mapping;
        _store = store;
        _database = database;
        _loads = new Coalescer<Guid, T?>(LoadManyAsync, maxKeys: 200);
    }

    public DocumentMapping<T> Mapping { get; }

    public Task<T?> LoadAsync(Guid id) => _loads.GetAsync(id);

    public async Task<IReadOnlyList<T>> QueryAsync(DocumentIndex index, string value, int limit, CancellationToken cancellationToken)
    {
        var connection = await _database.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var session = Session.Quiet(_store.QuerySession(SessionOptions.ForConnection(connection)));
            await using (session.ConfigureAwait(false))
            {
                return await ServerFault.UnwrapAsync(
                    () => session.QueryAsync<T>($"where {index.Condition("?")} limit ?", cancellationToken, value, limit)).ConfigureAwait(false);
            }
        }
    }

    private async Task<Func<Guid, T?>> LoadManyAsync(IReadOnlyList<Guid> ids)
    {
        var asked = ids.CountBy(id => id).ToDictionary();
        var connection = await _database.OpenLookupAsync(CancellationToken.None).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var session = Session.Quiet(_store.QuerySession(SessionOptions.ForConnection(connection)));
            await using (session.ConfigureAwait(false))
            {
                var found = await ServerFault.UnwrapAsync(() => session.LoadManyAsync<T>(CancellationToken.None, [.. asked.Keys])).ConfigureAwait(false);
                // Each caller gets an object of its own: units of work never share a document.
                var copies = found.ToDictionary(
                    Mapping.Id,
                    document => new Queue<T>([document, .. Enumerable.Range(1, asked[Mapping.Id(document)] - 1).Select(_ => Mapping.Copy(document))]));
                return id => copies.TryGetValue(id, out var left) ? left.Dequeue() : null;
            }
        }
    }
}
