namespace JoorBus.Benchmarks.Contending;

/// <summary>The one PostgreSQL and the one RabbitMQ that all contenders share.</summary>
public sealed class BenchServers
{
    public required int PostgresProcessId { get; init; }
    public required int BrokerProcessId { get; init; }
    public required string QueueType { get; init; }
    public required bool IsGrowing { get; init; }

    /// <summary>Creates an empty database and returns its connection string.</summary>
    public required Func<string, CancellationToken, Task<string>> CreateDatabaseAsync { get; init; }

    /// <summary>Creates an empty virtual host and returns its URI.</summary>
    public required Func<string, CancellationToken, Task<Uri>> CreateVirtualHostAsync { get; init; }
}
