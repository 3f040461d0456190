namespace JoorBus.Persistence.Documents;

/// <summary>
/// Documents of one unit of work. Loads read what is stored; changes are kept until the unit commits, and a document that changed
/// in between makes that commit a conflict. Implemented over Marten's own tables, so Marten may take the place of the Npgsql one.
/// </summary>
public interface IDocuments
{
    /// <summary>The stored document, or null.</summary>
    Task<T?> LoadAsync<T>(Guid id, CancellationToken cancellationToken)
        where T : class, IVersioned;

    /// <summary>Documents whose index expression equals the value, at most <paramref name="limit"/>, in no particular order.</summary>
    Task<IReadOnlyList<T>> QueryAsync<T>(DocumentIndex index, string value, int limit, CancellationToken cancellationToken)
        where T : class, IVersioned;

    /// <summary>Stores a new document; the commit conflicts when the id exists.</summary>
    void Insert<T>(T document)
        where T : class, IVersioned;

    /// <summary>Stores a loaded document; the commit conflicts when it is no longer at the loaded version.</summary>
    void Update<T>(T document)
        where T : class, IVersioned;

    /// <summary>Deletes a loaded document; the commit conflicts when it is no longer at the loaded version.</summary>
    void Delete<T>(T document)
        where T : class, IVersioned;
}
