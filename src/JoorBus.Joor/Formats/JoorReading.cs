namespace JoorBus.Joor;

/// <summary>One element of a list. A bad element never spoils its page.</summary>
public abstract record JoorReading<T>
{
    private JoorReading()
    {
    }

    /// <summary>The element.</summary>
    public sealed record Readable(T Value) : JoorReading<T>;

    /// <summary>Not an element this version can take; <paramref name="Reason"/> is one sentence for a person, <paramref name="Id"/> null where none can be read.</summary>
    public sealed record Unreadable(string? Id, string Reason, string Excerpt) : JoorReading<T>;
}
