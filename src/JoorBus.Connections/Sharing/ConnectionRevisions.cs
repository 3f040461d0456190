namespace JoorBus.Connections.Sharing;

/// <summary>Where the newest revision of a stored connection is found.</summary>
/// <param name="Sql">One row with one integer, or none, for the connection whose key is <c>$1</c> (text).</param>
public sealed record ConnectionRevisions(string Sql)
{
    /// <summary>All connections come from configuration, which has no revisions.</summary>
    public static ConnectionRevisions None { get; } = new("select 0 where $1::text is null");
}
