using JoorBus.Configuring;
using JoorBus.Hosting;
using JoorBus.Messaging;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Persistence.Consuming;
using JoorBus.TestKit;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace JoorBus.Gaps.Tests.Racing;

/// <summary>Hosts in this process, each with a bus in memory of its own, over one database: a test decides which message reaches which host, and when it goes on.</summary>
public sealed class Hosts : IAsyncDisposable
{
    private readonly List<WebApplication> hosts = [];

    private Hosts(string database) => Database = database;

    public string Database { get; }

    /// <summary>Commands that reached the warehouse, over all hosts.</summary>
    public SentCommands Sent { get; } = new();

    public FinishedDeliveries Finished { get; } = new();

    public static async Task<Hosts> StartAsync(int count, TimeProvider? clock = null)
    {
        var started = new Hosts(await TestDatabase.CreateAsync());
        for (var number = 0; number < count; number++)
        {
            var host = JoorBusHost.Build(Settings(started.Database), HostRoles.Orders | HostRoles.Web, _ => { }, bus =>
            {
                bus.AddSingleton(started.Sent);
                bus.AddSingleton<IConsumeObserver>(started.Finished);
                bus.AddConsumer<SentCommandsConsumer>();
                if (clock is not null)
                    bus.Replace(ServiceDescriptor.Singleton(clock));
            });
            await host.StartAsync();
            started.hosts.Add(host);
        }

        return started;
    }

    public T Get<T>(int host)
        where T : notnull => hosts[host].Services.GetRequiredService<T>();

    public Task PublishAsync<T>(int host, T message, Guid messageId)
        where T : class => Get<IBus>(host).Publish(message, context => context.MessageId = messageId);

    /// <summary>Lets the next deliveries, over all hosts, wait before their commit until so many have come so far.</summary>
    public void MeetBeforeCommit(int deliveries)
    {
        var rendezvous = new Rendezvous(deliveries);
        foreach (var host in hosts)
            host.Services.GetRequiredService<ConsumeStages>().Reached = stage => stage == ConsumeStage.Consumed ? rendezvous.ComeAsync() : Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var host in hosts)
        {
            await host.StopAsync();
            await host.DisposeAsync();
        }
    }

    private static HostSettings Settings(string database) => new()
    {
        Persistence = new PersistenceOptions { ConnectionString = database },
        Messaging = new MessagingOptions { Transport = BusTransport.Memory },
        Orders = new OrdersOptions(),
        Connections = [],
        Http = new HttpSettings("http://127.0.0.1:0", null),
        DataFolder = "",
    };
}
