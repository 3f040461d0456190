namespace JoorBus.Joor.Tests;

/// <summary>One connection whose stored settings may be newer than what this process knows.</summary>
internal sealed class ChangingConnections(JoorConnectionOptions known) : IJoorConnections
{
    private JoorConnectionOptions? _known = known;

    /// <summary>What a look at the source finds.</summary>
    public JoorConnectionOptions? Stored { get; set; } = known;

    public List<JoorConnectionOptions> Others { get; } = [];

    public int Refreshes { get; private set; }

    public JoorConnectionOptions? Find(string key) => _known?.Key == key ? _known : Others.Find(other => other.Key == key);

    public JoorConnectionOptions? FindNamed(string name) => Others.Find(other => other.Name == name);

    public ValueTask<JoorConnectionOptions?> RefreshAsync(string key, CancellationToken cancellationToken)
    {
        Refreshes++;
        _known = Stored;
        return ValueTask.FromResult(Find(key));
    }
}
