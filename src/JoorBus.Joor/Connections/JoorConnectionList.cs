namespace JoorBus.Joor;

/// <summary>Connections that stay as they are while the program runs, such as those from configuration.</summary>
public sealed class JoorConnectionList : IJoorConnections
{
    private readonly Dictionary<string, JoorConnectionOptions> _byKey;
    private readonly Dictionary<string, JoorConnectionOptions> _byName;

    /// <summary>Takes connections that <see cref="JoorConnectionOptionsValidator"/> found right.</summary>
    public JoorConnectionList(params IEnumerable<JoorConnectionOptions> connections)
    {
        All = [.. connections];
        _byKey = All.ToDictionary(connection => connection.Key, StringComparer.Ordinal);
        _byName = All.ToDictionary(connection => connection.Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All of them, in the order given.</summary>
    public IReadOnlyList<JoorConnectionOptions> All { get; }

    public JoorConnectionOptions? Find(string key) => _byKey.GetValueOrDefault(key);

    public ValueTask<JoorConnectionOptions?> RefreshAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult(Find(key));

    public JoorConnectionOptions? FindNamed(string name) => _byName.GetValueOrDefault(name);
}
