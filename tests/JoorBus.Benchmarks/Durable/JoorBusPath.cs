using System.Text.Json;
using JoorBus.Benchmarks.Contending;
using JoorBus.Benchmarks.Source;
using JoorBus.Benchmarks.Twins;
using JoorBus.Contracts;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Orders;
using JoorBus.Orders.Polling;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JoorBus.Benchmarks.Durable;

/// <summary>JoorBus's own path: its page store, its bus, its consumers; only the HTTP read is replaced by the source that all share.</summary>
public sealed class JoorBusPath(ChildOptions options, OrderSource source) : IOrderPath
{
    private const string Connection = "bench";
    private readonly PathFailure _failure = new();
    private IHost? _host;

    public Task Failed => _failure.Task;

    public async Task StartAsync(CancellationToken stopping)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddFilter("MassTransit", LogLevel.None).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddPersistence(persistence =>
        {
            persistence.ConnectionString = options.Postgres;
            persistence.MaxUnitsPerCommit = Setting("BENCH_UNITS", persistence.MaxUnitsPerCommit);
            persistence.CommitLanes = Setting("BENCH_LANES", persistence.CommitLanes);
        });
        builder.Services.AddPersistenceWorkers();
        builder.Services.AddOrders();
        builder.Services.AddJoor();
        builder.Services.AddSingleton<IReadOnlyList<JoorConnectionOptions>>([]);
        builder.Services.AddOrderWorkers();
        var messaging = new MessagingOptions
        {
            RabbitMq = options.Amqp.OriginalString,
            Queues = options.QueueType == "quorum" ? QueueKind.Quorum : QueueKind.Classic,
        };
        messaging.Concurrency = Setting("BENCH_CONCURRENCY", messaging.Concurrency);
        builder.Services.AddMessaging(messaging, bus => bus.AddOrderConsumers());
        _host = builder.Build();
        await _host.Services.GetRequiredService<SchemaMigrator>().MigrateAsync(stopping);
        await _host.StartAsync(stopping);
        _failure.Watch(PollAsync(_host.Services, stopping));
    }

    public async ValueTask DisposeAsync()
    {
        if (_host is { } host)
        {
            await host.StopAsync(CancellationToken.None);
            host.Dispose();
        }
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;

    private async Task PollAsync(IServiceProvider services, CancellationToken stopping)
    {
        var lease = await LeaseAsync(services.GetRequiredService<PollStore>(), stopping);
        var pages = services.GetRequiredService<PageStore>();
        var rules = new ImportRules(Connection, Connection, DateTimeOffset.MinValue, [JoorBus.Contracts.Orders.JoorOrderStatus.Approved]);
        while (true)
        {
            var page = await source.NextPageAsync(stopping);
            var orders = JsonSerializer.Deserialize(page, ContractsJson.Default.JoorOrderArray)!;
            JoorOrderReading[] readings = [.. orders.Select(order => new JoorOrderReading.Readable(order, JoorOrderContent.Hash(order)))];
            await pages.StoreAsync(readings, JoorOrderFilter.Approved, rules, lease, stopping);
        }
    }

    private static async Task<PollLease> LeaseAsync(PollStore store, CancellationToken stopping)
    {
        DateTimeOffset now;
        LeaseAnswer answer;
        do
        {
            now = TimeProvider.System.GetUtcNow();
            answer = (await store.LeaseAsync([Connection], "bench", now, now.AddDays(1), stopping))[Connection];
        }
        while (answer is not LeaseAnswer.Taken);
        return ((LeaseAnswer.Taken)answer).Lease;
    }
}
