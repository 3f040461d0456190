namespace JoorBus.Joor;

/// <summary>One page of a list.</summary>
public sealed record JoorPage<T>
{
    /// <summary>Elements as JOOR listed them, readable or not.</summary>
    public required IReadOnlyList<JoorReading<T>> Items { get; init; }

    /// <summary>Where the next page is: its first position (v2) or its number (v4); null on the last.</summary>
    public int? Next { get; init; }

    /// <summary>Number of elements JOOR gives; informative, its meaning is not documented.</summary>
    public int? Total { get; init; }

    /// <summary>Errors that JOOR sent beside elements.</summary>
    public IReadOnlyList<JoorError> Errors { get; init; } = [];

    /// <summary>Equal for pages of equal content.</summary>
    internal string Fingerprint { get; init; } = "";

    /// <summary>The readable elements.</summary>
    public IEnumerable<T> Readable() => Items.OfType<JoorReading<T>.Readable>().Select(reading => reading.Value);
}
