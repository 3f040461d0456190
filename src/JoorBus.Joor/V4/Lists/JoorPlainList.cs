namespace JoorBus.Joor;

/// <summary>A list of v4 that is only read: price types, categories, traits.</summary>
public sealed class JoorPlainList<T>
{
    private readonly JoorV4List<T> _list;

    internal JoorPlainList(JoorRequestDoor door, string path, JoorElement<T> element) => _list = new(door, path, element);

    /// <summary>Reads one page.</summary>
    public Task<JoorAnswer<JoorPage<T>>> ReadPageAsync(JoorPaging paging, CancellationToken cancellationToken) =>
        _list.ReadPageAsync(query => query, paging, cancellationToken);

    /// <summary>Reads page after page; ends after the last or after the first answer that is not accepted.</summary>
    public IAsyncEnumerable<JoorAnswer<JoorPage<T>>> ReadAllAsync(JoorPaging? paging = null, CancellationToken cancellationToken = default) =>
        _list.ReadAllAsync(query => query, paging, cancellationToken);
}
