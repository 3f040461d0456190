using JoorBus.Simulators.Servers;

namespace JoorBus.TestKit;

/// <summary>
/// One PostgreSQL and, when asked for, one RabbitMQ for all tests of this process, started at first use. They and their
/// folders go with the process, however it ends, so there is nothing to dispose.
/// </summary>
public static class TestServers
{
    private static readonly Lazy<Task<PrivatePostgres>> SharedPostgres = new(StartOwnPostgresAsync);
    private static readonly Lazy<Task<PrivateRabbitMq>> SharedRabbitMq = new(StartOwnRabbitMqAsync);

    /// <summary>Shared: never stop or kill it.</summary>
    public static Task<PrivatePostgres> PostgresAsync() => SharedPostgres.Value;

    /// <summary>Shared: never stop or kill it.</summary>
    public static Task<PrivateRabbitMq> RabbitMqAsync() => SharedRabbitMq.Value;

    /// <summary>For a test that stops or kills it (about 0.6 s); the test disposes it.</summary>
    public static Task<PrivatePostgres> StartOwnPostgresAsync() =>
        PrivatePostgres.StartAsync(new PrivatePostgresOptions { Folder = TemporaryFolder("postgres"), Durability = Durability.Fast, MaxConnections = 400, Temporary = true });

    /// <summary>For a test that stops or kills it (about 5 s); the test disposes it.</summary>
    public static Task<PrivateRabbitMq> StartOwnRabbitMqAsync() =>
        PrivateRabbitMq.StartAsync(new PrivateRabbitMqOptions { Folder = TemporaryFolder("rabbitmq"), Temporary = true });

    /// <summary>A folder that does not exist yet, under the machine's folder for temporary files.</summary>
    public static string TemporaryFolder(string purpose) => Path.Combine(Path.GetTempPath(), $"joorbus-{purpose}-{Path.GetRandomFileName()}");
}
