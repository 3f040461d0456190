using JoorBus.Benchmarks.Measuring;
using JoorBus.Simulators.Servers;

namespace JoorBus.Benchmarks.Contending;

/// <summary>One private PostgreSQL and one private RabbitMQ with their usual durable settings, gone when disposed.</summary>
public sealed class PrivateServers : IAsyncDisposable
{
    private const int ConnectionsForAll = 300;
    private readonly PrivatePostgres _postgres;
    private readonly PrivateRabbitMq _broker;

    private readonly string _folder;

    private PrivateServers(PrivatePostgres postgres, PrivateRabbitMq broker, string folder, BenchPlan plan)
    {
        (_postgres, _broker, _folder) = (postgres, broker, folder);
        Servers = new BenchServers
        {
            PostgresProcessId = postgres.ProcessId,
            BrokerProcessId = broker.ProcessId,
            QueueType = plan.QueueType,
            IsGrowing = plan.IsGrowing,
            CreateDatabaseAsync = postgres.CreateDatabaseAsync,
            CreateVirtualHostAsync = async (name, cancellationToken) => new Uri(await broker.CreateVirtualHostAsync(name, cancellationToken)),
        };
    }

    public BenchServers Servers { get; }

    public static async Task<PrivateServers> StartAsync(BenchPlan plan, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("joorbus-bench-").FullName;
        var postgres = await PrivatePostgres.StartAsync(
            new PrivatePostgresOptions { Folder = Path.Combine(folder, "postgres"), MaxConnections = ConnectionsForAll, Temporary = true }, cancellationToken);
        try
        {
            var broker = await PrivateRabbitMq.StartAsync(
                new PrivateRabbitMqOptions { Folder = Path.Combine(folder, "rabbitmq"), Temporary = true }, cancellationToken);
            return new PrivateServers(postgres, broker, folder, plan);
        }
        catch
        {
            await postgres.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        await _postgres.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
