namespace JoorBus.Joor;

/// <summary>One connection as its source holds it now, with what requests need of it.</summary>
internal sealed class JoorSource(string key, IJoorConnections connections, JoorHostOptions hosts)
{
    private volatile JoorConnection? _derived;

    public string Key => key;

    /// <summary>The last name known.</summary>
    public string Name => (Current ?? _derived)?.Name ?? key;

    public JoorConnection? Current => Derive(connections.Find(key));

    public async ValueTask<JoorConnection?> RefreshAsync(CancellationToken cancellationToken) => Derive(await connections.RefreshAsync(key, cancellationToken));

    /// <summary>Whose concurrency the connection uses: the lender's, or its own while there is no such lender.</summary>
    public JoorConnectionOptions Lender(JoorConnection connection) =>
        connection.Options.BorrowConcurrencyFrom is { Length: > 0 } name ? connections.FindNamed(name) ?? connection.Options : connection.Options;

    private JoorConnection? Derive(JoorConnectionOptions? options)
    {
        if (options is null)
            return null;
        var derived = _derived;
        return ReferenceEquals(derived?.Options, options) ? derived : _derived = new JoorConnection(options, hosts);
    }
}
