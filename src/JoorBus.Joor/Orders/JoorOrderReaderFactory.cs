namespace JoorBus.Joor;

/// <summary>Makes the reader of a connection.</summary>
public sealed class JoorOrderReaderFactory
{
    private readonly JoorClients _clients;
    private readonly JoorV4OrderOptions _names;
    private readonly TimeProvider _clock;

    internal JoorOrderReaderFactory(JoorClients clients, JoorV4OrderOptions names, TimeProvider clock) => (_clients, _names, _clock) = (clients, names, clock);

    /// <summary>
    /// A reader for options that <see cref="JoorConnectionOptionsValidator"/> found right. Keep it: one per connection and settings. Of a connection
    /// that <see cref="IJoorConnections"/> knows it takes the secrets as they are at each request.
    /// </summary>
    public JoorOrderReader For(JoorConnectionOptions options)
    {
        var connection = new JoorConnection(options);
        var door = (_clients.For(options.Key) is { Options: not null } known ? known : _clients.For(options)).Door;
        return IsThroughV4(options) ? new JoorV4OrderReader(connection, door, _names, _clock) : new JoorV2OrderReader(connection, door);
    }

    private static bool IsThroughV4(JoorConnectionOptions options) => options.OrdersThrough switch
    {
        JoorOrdersThrough.V4 => true,
        JoorOrdersThrough.V2 => false,
        _ => options.ApiVersion == JoorApiVersion.V4 && string.IsNullOrEmpty(options.Token),
    };
}
