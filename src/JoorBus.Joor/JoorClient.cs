namespace JoorBus.Joor;

/// <summary>JOOR through one connection. Light, and follows the connection's settings while they change: keep it as long as you like.</summary>
public sealed partial class JoorClient
{
    internal JoorClient(string key, JoorRequestDoor door) => (Key, Door) = (key, door);

    /// <summary>Stable identity of the connection.</summary>
    public string Key { get; }

    /// <summary>The connection's options now; null when it is unknown, removed or disabled.</summary>
    public JoorConnectionOptions? Options => Door.Connection?.Options;

    internal JoorRequestDoor Door { get; }
}
