namespace JoorBus.Joor;

/// <summary>Makes the reader of a connection.</summary>
public sealed class JoorOrderReaderFactory
{
    private readonly JoorClients _clients;

    internal JoorOrderReaderFactory(JoorClients clients) => _clients = clients;

    /// <summary>A reader for options that <see cref="JoorConnectionOptionsValidator"/> found right. Keep it: one per connection.</summary>
    public JoorOrderReader For(JoorConnectionOptions options) => new(new JoorConnection(options), _clients.For(options).Door);
}
