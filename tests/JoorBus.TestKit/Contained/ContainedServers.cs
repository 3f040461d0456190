using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Containers;
using Npgsql;
using Testcontainers.PostgreSql;
using Testcontainers.RabbitMq;

namespace JoorBus.TestKit.Contained;

/// <summary>Servers in containers, which Testcontainers removes when this process is gone. Null where no container engine answers.</summary>
internal static class ContainedServers
{
    private const string PostgresImage = "postgres:17-alpine";
    private const string RabbitMqImage = "rabbitmq:4-alpine";

    public static async Task<SharedServer?> StartPostgresAsync()
    {
        // Its builder switches off waiting for the disk by itself.
        var container = await StartedAsync(() => new PostgreSqlBuilder(PostgresImage).WithCommand("-c", "max_connections=400").Build());
        return container is null ? null : new SharedServer($"a container of {PostgresImage}", name => CreateDatabaseAsync(container.GetConnectionString(), name));
    }

    public static async Task<SharedServer?> StartRabbitMqAsync()
    {
        var container = await StartedAsync(() => new RabbitMqBuilder(RabbitMqImage).Build());
        return container is null ? null : new SharedServer($"a container of {RabbitMqImage}", name => CreateVirtualHostAsync(container, name));
    }

    private static async Task<T?> StartedAsync<T>(Func<T> build)
        where T : class, IContainer
    {
        try
        {
            var container = build();
            await container.StartAsync();
            return container;
        }
        catch (DockerUnavailableException)
        {
            return null;
        }
    }

    private static async Task<string> CreateDatabaseAsync(string server, string name)
    {
        await using (var source = NpgsqlDataSource.Create(server))
        await using (var command = source.CreateCommand($"create database \"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
        {
            await command.ExecuteNonQueryAsync();
        }

        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    private static async Task<string> CreateVirtualHostAsync(RabbitMqContainer container, string name)
    {
        await ControlAsync(container, "add_vhost", name);
        await ControlAsync(container, "set_permissions", "--vhost", name, RabbitMqBuilder.DefaultUsername, ".*", ".*", ".*");
        return new UriBuilder(container.GetConnectionString()) { Path = Uri.EscapeDataString(name) }.Uri.ToString();
    }

    private static async Task ControlAsync(RabbitMqContainer container, params string[] command)
    {
        var result = await container.ExecAsync(["rabbitmqctl", .. command]);
        if (result.ExitCode != 0)
            throw new InvalidOperationException($"rabbitmqctl {string.Join(' ', command)} ended with {result.ExitCode}: {result.Stderr}");
    }
}
