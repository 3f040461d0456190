namespace JoorBus.Joor;

/// <summary>Collections through v4; an order needs one.</summary>
public sealed class JoorCollections
{
    private readonly JoorRequestDoor _door;
    private readonly JoorV4List<JoorCollection> _list;

    internal JoorCollections(JoorRequestDoor door) => (_door, _list) = (door, new(door, "/collections", JoorCollectionShape.Element));

    /// <summary>Reads one page.</summary>
    public Task<JoorAnswer<JoorPage<JoorCollection>>> ReadPageAsync(JoorPaging paging, CancellationToken cancellationToken) =>
        _list.ReadPageAsync(query => query, paging, cancellationToken);

    /// <summary>Reads page after page; ends after the last or after the first answer that is not accepted.</summary>
    public IAsyncEnumerable<JoorAnswer<JoorPage<JoorCollection>>> ReadAllAsync(JoorPaging? paging = null, CancellationToken cancellationToken = default) =>
        _list.ReadAllAsync(query => query, paging, cancellationToken);

    public Task<JoorAnswer<JoorBulk<JoorCollection, JoorCollection>>> CreateAsync(IReadOnlyList<JoorCollection> collections, CancellationToken cancellationToken) =>
        _door.SendAsync(
            JoorCollectionShape.Create,
            collections,
            (checks, collection, where) => checks.Required("name", collection.Name, where).Required("external_id", collection.ExternalId, where),
            cancellationToken);

    public Task<JoorAnswer<JoorBulk<JoorCollection, JoorCollection>>> UpdateAsync(IReadOnlyList<JoorCollection> collections, CancellationToken cancellationToken) =>
        _door.SendAsync(JoorCollectionShape.Update, collections, (checks, collection, where) => checks.Required("id", collection.Id, where), cancellationToken);
}
