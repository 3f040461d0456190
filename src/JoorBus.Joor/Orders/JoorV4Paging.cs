namespace JoorBus.Joor;

/// <summary>
/// Page numbers of one list that may change while it is read. Every page but the first overlaps the one before, by asking for a page of
/// another size where needed; a page without the last row of the one before shows that the list shifted.
/// </summary>
internal sealed class JoorV4Paging
{
    // A server that gives fewer rows than asked for, and no word about it, gives at least JOOR's own default.
    private const int JoorsDefault = 50;

    private readonly JoorV4PageLimit _limit;
    private int _largest;
    private string? _last;

    public JoorV4Paging(int largest, JoorV4PageLimit limit) => (Size, _largest, _limit) = (largest, largest, limit);

    public int Page { get; private set; } = 1;

    public int Size { get; private set; }

    /// <summary>False once a page showed the end of the list.</summary>
    public bool HasMore { get; private set; } = true;

    public void Restart() => (_last, Page, Size, HasMore) = (null, 1, _largest, true);

    /// <summary>The rows not seen on the page before; null when the list shifted between the two pages.</summary>
    public IReadOnlyList<T>? Take<T>(IReadOnlyList<T> rows, Func<T, string> identity)
    {
        var fresh = rows;
        if (_last is not null)
        {
            var overlap = rows.ToList().FindIndex(row => identity(row) == _last);
            if (overlap < 0)
                return null;
            fresh = [.. rows.Skip(overlap + 1)];
        }
        _limit.MostRows = Math.Max(_limit.MostRows, rows.Count);
        var mayBeCutShort = rows.Count >= JoorsDefault && rows.Count == _limit.MostRows;
        HasMore = fresh.Count > 0 && (rows.Count >= Size || mayBeCutShort);
        if (HasMore)
        {
            _largest = rows.Count < Size ? rows.Count : _largest;
            _last = identity(rows[^1]);
            Overlap(((Page - 1) * Size) + rows.Count);
        }
        return fresh;
    }

    // The page that holds row number "read" and reaches farthest beyond it.
    private void Overlap(int read)
    {
        Size = Enumerable.Range(2, _largest - 1).MaxBy(size => size - ((read - 1) % size));
        Page = ((read - 1) / Size) + 1;
    }
}

/// <summary>The most rows that a server gave on one page: a shorter page than that, and than asked for, is a list's last one.</summary>
internal sealed class JoorV4PageLimit
{
    public int MostRows { get; set; }
}
