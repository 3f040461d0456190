using JoorBus.Configuring;
using JoorBus.Inventory;
using JoorBus.Messaging;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Products;
using JoorBus.Simulators.Servers;
using JoorBus.Simulators.Wms;
using Npgsql;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;

namespace JoorBus.Demo;

/// <summary>A database and a broker for demos alone. Both may hold secrets.</summary>
internal sealed record DemoServers(string Database, string? RabbitMq)
{
    private static readonly string[] Queues =
    [
        OrderQueues.Translate, OrderQueues.Track, InventoryQueues.Receive, InventoryQueues.Count, InventoryQueues.Subtract,
        ProductQueues.Receive, ProductQueues.Count, QueueName.WmsOrders, WmsSimulatorRegistration.PushEndpoint,
    ];

    /// <summary>Only what is named as a demo's: all that is in it is thrown away.</summary>
    public static (DemoServers? Servers, string? Fault) Read(IConfiguration configuration, IReadOnlyList<string> faults, BusTransport transport)
    {
        if (faults.Count > 0)
            return (null, faults[0]);
        if (configuration["Postgres"] is not { Length: > 0 } database)
            return (null, "--given-servers needs JOORBUS__POSTGRES with a database that is for demos alone");
        var settings = new NpgsqlConnectionStringBuilder(database);
        if (!IsNamedSo(settings.Database))
            return (null, $"--given-servers throws away what is in the database, and '{settings.Database}' is not named as a demo's; give one with 'demo' in its name");
        if (transport == BusTransport.RabbitMq && !(Uri.TryCreate(configuration["RabbitMq"], UriKind.Absolute, out var broker) && IsNamedSo(broker.AbsolutePath)))
            return (null, "--given-servers --bus rabbitmq needs JOORBUS__RABBITMQ with a virtual host that is for demos alone and has 'demo' in its name");
        if (configuration["PostgresPassword"] is { Length: > 0 } password)
            settings.Password = password;
        return (new DemoServers(settings.ConnectionString, BrokerAddress.Of(configuration["RabbitMq"], configuration["RabbitMqPassword"])), null);
    }

    private static bool IsNamedSo(string? name) => name?.Contains("demo", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Empties both; the stand-ins remember nothing of an earlier run either.</summary>
    public async Task<(string Database, MessagingOptions Messaging)> ClearAsync(BusTransport transport, CancellationToken cancellationToken)
    {
        try
        {
            await using var source = NpgsqlDataSource.Create(Database);
            await using var command = source.CreateCommand($"drop schema if exists \"{new PersistenceOptions().Schema}\" cascade");
            await command.ExecuteNonQueryAsync(cancellationToken);
            if (transport == BusTransport.RabbitMq)
                await ClearQueuesAsync(new Uri(RabbitMq!), cancellationToken);
        }
        catch (Exception fault) when (fault is NpgsqlException or BrokerUnreachableException or OperationInterruptedException)
        {
            throw new ServerUnavailableException($"The servers of the demo cannot be used: {fault.GetBaseException().Message}", fault);
        }

        return (Database, new MessagingOptions { Transport = transport, RabbitMq = transport == BusTransport.RabbitMq ? RabbitMq : null });
    }

    private static async Task ClearQueuesAsync(Uri broker, CancellationToken cancellationToken)
    {
        var connection = await new ConnectionFactory { Uri = broker }.CreateConnectionAsync(cancellationToken);
        await using (connection.ConfigureAwait(false))
        {
            var channel = await connection.CreateChannelAsync(cancellationToken: cancellationToken);
            await using (channel.ConfigureAwait(false))
            {
                foreach (var queue in Queues.Concat(Queues.Select(QueueName.ErrorsOf)))
                    await channel.QueueDeleteAsync(queue, ifUnused: false, ifEmpty: false, cancellationToken: cancellationToken);
            }
        }
    }
}
