namespace JoorBus.Joor;

/// <summary>
/// Where a reading by time of last change has got to. A changed order moves to the end of that order, so reading on from the newest time
/// seen misses none. Rows of one and the same time that fill a page are read by page numbers instead.
/// </summary>
internal sealed class JoorV4Keyset(DateTimeOffset from)
{
    // A server may compare whole seconds. One that shows older rows than that does not honour the time at all.
    private static readonly TimeSpan Coarseness = TimeSpan.FromSeconds(1);

    private readonly HashSet<string> _given = [];
    private DateTimeOffset _newest = from;

    /// <summary>The next request asks for what changed at or after this time.</summary>
    public DateTimeOffset Since { get; private set; } = from;

    /// <summary>Rows not given before, though JOOR shows those of the last time again.</summary>
    public IReadOnlyList<JoorV4Row> Fresh(IReadOnlyList<JoorV4Row> rows) => [.. rows.Where(IsFresh)];

    /// <summary>True when the next request starts at a later time, at its first page.</summary>
    public bool Advance(IReadOnlyList<JoorV4Row> rows)
    {
        if (!IsInOrder(rows) || rows[^1].ModifiedAt is not { } newest || newest <= Since || rows[0].ModifiedAt < Since - Coarseness)
            return false;
        Since = newest;
        return true;
    }

    /// <summary>True when JOOR sorted the rows, and the last one changed after <paramref name="until"/>.</summary>
    public static bool IsBeyond(IReadOnlyList<JoorV4Row> rows, DateTimeOffset until) => IsInOrder(rows) && rows[^1].ModifiedAt > until;

    private static bool IsInOrder(IReadOnlyList<JoorV4Row> rows) =>
        rows.Count > 0 && rows.All(row => row.ModifiedAt is not null) && rows.Zip(rows.Skip(1)).All(pair => pair.First.ModifiedAt <= pair.Second.ModifiedAt);

    private bool IsFresh(JoorV4Row row)
    {
        if (row.ModifiedAt is not { } modified || modified < _newest)
            return true;
        if (modified > _newest)
        {
            _newest = modified;
            _given.Clear();
        }
        return _given.Add(row.Identity);
    }
}
