using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Orders.Polling;
using JoorBus.Persistence;
using JoorBus.Persistence.Outbox;
using JoorBus.Persistence.Schema;
using JoorBus.Simulators.Joor;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace JoorBus.Orders.Tests.Polling;

/// <summary>A host that polls by itself, in real time, while a test changes its connections.</summary>
internal sealed class PollerHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly Lock _lock = new();
    private readonly List<JoorConnectionOptions> _connections = [];
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private long _version;

    private PollerHost(JoorSimulator joor, RecordedDelivery delivered, string connectionString)
    {
        (Joor, Delivered) = (joor, delivered);
        _services = new ServiceCollection()
            .AddLogging()
            .AddSingleton<IMessageDelivery>(delivered)
            .AddSingleton(new PolledConnections(Look, WaitForChangeAsync))
            .AddPersistence(options => options.ConnectionString = connectionString)
            .AddOrders()
            .AddOrderWorkers()
            .AddJoor()
            .AddMessaging(new MessagingOptions(), _ => { })
            .BuildServiceProvider();
    }

    public JoorSimulator Joor { get; }

    public RecordedDelivery Delivered { get; }

    private IHostedService Poller => _services.GetServices<IHostedService>().Single(service => service.GetType().Name == "OrderPoller");

    public static async Task<PollerHost> StartAsync()
    {
        var joor = await JoorSimulator.StartAsync(new JoorSimulatorOptions { LinesPerOrder = 2, Tokens = ["first", "second"], IsThrottling = false });
        var host = new PollerHost(joor, new RecordedDelivery(), await TestDatabase.CreateAsync());
        await host._services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        await host.Poller.StartAsync(CancellationToken.None);
        return host;
    }

    /// <summary>The connections from now on.</summary>
    public void Set(params JoorConnectionOptions[] connections)
    {
        lock (_lock)
        {
            _connections.Clear();
            _connections.AddRange(connections);
            _version++;
            var changed = _changed;
            _changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            changed.SetResult();
        }
    }

    public JoorConnectionOptions Connection(string token, TimeSpan interval, string? name = null) => new()
    {
        Key = token, Name = name ?? token, Token = token, BaseUrl = Joor.BaseUrl.ToString(), PollInterval = interval, StartDate = TimeProvider.System.GetUtcNow().AddHours(-1),
    };

    public Task SeesAsync(string exchange, params string[] joorOrderIds) => Eventually.BecomesTrueAsync(
        () => joorOrderIds.All(id => Delivered.Events(exchange).Any(seen => seen.JoorOrderId == id)), $"{exchange} of {string.Join(", ", joorOrderIds)}");

    public int Reads(string account) => Joor.Ledger().Requests.Count(request => request.AccountId == account);

    public async ValueTask DisposeAsync()
    {
        await Poller.StopAsync(CancellationToken.None);
        await _services.DisposeAsync();
        await Joor.DisposeAsync();
    }

    private PolledVersion Look()
    {
        lock (_lock)
            return new PolledVersion(_version, [.. _connections]);
    }

    private Task WaitForChangeAsync(long version, CancellationToken cancellationToken)
    {
        lock (_lock)
            return version == _version ? _changed.Task.WaitAsync(cancellationToken) : Task.CompletedTask;
    }
}
