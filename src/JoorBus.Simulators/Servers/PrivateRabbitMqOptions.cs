namespace JoorBus.Simulators.Servers;

public sealed record PrivateRabbitMqOptions
{
    /// <summary>Where data, log, cookie and ports live. Created when absent; one running broker per folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Threads that run Erlang code, 1 to 64.</summary>
    public int Schedulers { get; init; } = 2;

    /// <summary>The folder goes when the broker ends, also when this process is killed.</summary>
    public bool Temporary { get; init; }
}
