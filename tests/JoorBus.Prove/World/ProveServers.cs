using JoorBus.Simulators.Servers;
using Npgsql;

namespace JoorBus.Prove.World;

/// <summary>The private PostgreSQL and RabbitMQ of all times; each time has a database and a virtual host of its own.</summary>
internal sealed class ProveServers : IAsyncDisposable
{
    private ProveServers(PrivatePostgres postgres, PrivateRabbitMq rabbitMq) => (Postgres, RabbitMq) = (postgres, rabbitMq);

    public PrivatePostgres Postgres { get; }

    public PrivateRabbitMq RabbitMq { get; }

    public static async Task<ProveServers> StartAsync(CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("joorbus-prove-servers-").FullName;
        var postgres = await PrivatePostgres.StartAsync(
            new PrivatePostgresOptions { Folder = Path.Combine(folder, "postgres"), Durability = Durability.Normal, Temporary = true }, cancellationToken);
        var rabbitMq = await PrivateRabbitMq.StartAsync(
            new PrivateRabbitMqOptions { Folder = Path.Combine(folder, "rabbitmq"), Temporary = true }, cancellationToken);
        await RememberCommitTimesAsync(postgres, cancellationToken);
        return new ProveServers(postgres, rabbitMq);
    }

    public async ValueTask DisposeAsync()
    {
        await RabbitMq.DisposeAsync();
        await Postgres.DisposeAsync();
    }

    // Only the server knows when a commit came: the judge compares it with JOOR's export mark.
    private static async Task RememberCommitTimesAsync(PrivatePostgres postgres, CancellationToken cancellationToken)
    {
        await using (var source = NpgsqlDataSource.Create(postgres.ConnectionString + ";Pooling=false"))
        await using (var command = source.CreateCommand("alter system set track_commit_timestamp = on"))
            await command.ExecuteNonQueryAsync(cancellationToken);
        await postgres.StopAsync();
        await postgres.StartAgainAsync(cancellationToken);
    }
}
