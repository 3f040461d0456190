using JoorBus.Simulators.Servers;

namespace JoorBus.TestKit;

/// <summary>
/// One PostgreSQL and, when asked for, one RabbitMQ for all tests of this process, started at first use: in containers where a container engine
/// answers and the build has Testcontainers (MSBuild property UseTestcontainers), else private ones of this machine. They go with the process,
/// however it ends, so there is nothing to dispose.
/// </summary>
public static class TestServers
{
    private static readonly Lazy<Task<SharedServer>> SharedPostgres = new(StartPostgresAsync);
    private static readonly Lazy<Task<SharedServer>> SharedRabbitMq = new(StartRabbitMqAsync);

    public static Task<SharedServer> PostgresAsync() => SharedPostgres.Value;

    public static Task<SharedServer> RabbitMqAsync() => SharedRabbitMq.Value;

    /// <summary>For a test that stops or kills it (about 0.6 s), so never a container; the test disposes it.</summary>
    public static Task<PrivatePostgres> StartOwnPostgresAsync() =>
        PrivatePostgres.StartAsync(new PrivatePostgresOptions { Folder = TemporaryFolder("postgres"), Durability = Durability.Fast, MaxConnections = 400, Temporary = true });

    /// <summary>For a test that stops or kills it (about 5 s), so never a container; the test disposes it.</summary>
    public static Task<PrivateRabbitMq> StartOwnRabbitMqAsync() =>
        PrivateRabbitMq.StartAsync(new PrivateRabbitMqOptions { Folder = TemporaryFolder("rabbitmq"), Temporary = true });

    /// <summary>A folder that does not exist yet, under the machine's folder for temporary files.</summary>
    public static string TemporaryFolder(string purpose) => Path.Combine(Path.GetTempPath(), $"joorbus-{purpose}-{Path.GetRandomFileName()}");

    // The one place that knows the difference.
    private static async Task<SharedServer> StartPostgresAsync()
    {
#if TESTCONTAINERS
        if (await Contained.ContainedServers.StartPostgresAsync() is { } contained)
            return contained;
#endif
        var own = await StartOwnPostgresAsync();
        return new SharedServer("a private PostgreSQL of this machine", name => own.CreateDatabaseAsync(name));
    }

    private static async Task<SharedServer> StartRabbitMqAsync()
    {
#if TESTCONTAINERS
        if (await Contained.ContainedServers.StartRabbitMqAsync() is { } contained)
            return contained;
#endif
        var own = await StartOwnRabbitMqAsync();
        return new SharedServer("a private RabbitMQ of this machine", name => own.CreateVirtualHostAsync(name));
    }
}
