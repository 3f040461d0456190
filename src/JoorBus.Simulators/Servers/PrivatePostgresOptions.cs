namespace JoorBus.Simulators.Servers;

public sealed record PrivatePostgresOptions
{
    /// <summary>Where data, log and port live. Created when absent; one running server per folder.</summary>
    public required string Folder { get; init; }

    public Durability Durability { get; init; } = Durability.Normal;

    /// <summary>Sessions the server accepts at once, 1 to 10,000.</summary>
    public int MaxConnections { get; init; } = 200;

    /// <summary>The folder goes when the server ends, also when this process is killed.</summary>
    public bool Temporary { get; init; }
}
