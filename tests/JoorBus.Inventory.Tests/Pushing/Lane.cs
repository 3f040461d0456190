using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Persistence;
using JoorBus.Persistence.Outbox;
using JoorBus.Persistence.Schema;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Tests.Pushing;

/// <summary>One database and the parts of a worker over it, for one history after the other.</summary>
internal sealed class Lane : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Lane(string connectionString) => _services = new ServiceCollection()
        .AddLogging()
        .AddSingleton<TimeProvider>(Clock)
        .AddSingleton<IMessageDelivery, SilentDelivery>()
        .AddSingleton<IStockCredits>(Credits)
        .AddSingleton<IStockSending>(new SwitchedSending(this))
        .AddSingleton<IPushStages>(new SwitchedStages(this))
        .AddSingleton(new PushedConnections(() => []))
        .AddPersistence(options => options.ConnectionString = connectionString)
        .AddInventory()
        .AddInventoryWorkers()
        .AddJoor()
        .AddMessaging(new MessagingOptions(), _ => { })
        .BuildServiceProvider();

    public ManualClock Clock { get; } = new();

    public PlentyOfCredits Credits { get; } = new();

    public IStockSending Joor { get; set; } = null!;

    public IPushStages Stages { get; set; } = new NoPushStages();

    public Database Database => Get<Database>();

    public WorkerParts Parts => Get<WorkerParts>();

    public WorkerStore Workers => Get<WorkerStore>();

    public InventoryPushing Pushing => Get<InventoryPushing>();

    public InventorySettingsStore Settings => Get<InventorySettingsStore>();

    public static async Task<Lane> StartAsync()
    {
        var lane = new Lane(await TestDatabase.CreateAsync());
        await lane.Get<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        return lane;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task RunSqlAsync(string sql, params object?[] values) => Database.ReadAsync(sql, _ => 0, CancellationToken.None, values);

    public Task EmptyAsync() => RunSqlAsync(
        """
        truncate inventory_levels, inventory_snapshots, inventory_items, joor_stock, inventory_workers, inventory_replans, inventory_orders,
            inventory_order_revisions, mt_doc_inventorypush, mt_doc_inventorysettings, outbox
        """);

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class SwitchedSending(Lane lane) : IStockSending
    {
        public Task<JoorAnswer<JoorStockResult>> SendAsync(string connection, IReadOnlyList<JoorStock> entries, JoorStockOptions options, CancellationToken cancellationToken) =>
            lane.Joor.SendAsync(connection, entries, options, cancellationToken);
    }

    private sealed class SwitchedStages(Lane lane) : IPushStages
    {
        public Task ReachedAsync(PushStage stage) => lane.Stages.ReachedAsync(stage);
    }

    private sealed class SilentDelivery : IMessageDelivery
    {
        public Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}

/// <summary>Credits that a test sets.</summary>
internal sealed class PlentyOfCredits : IStockCredits
{
    public StockBudget Budget { get; set; } = new(1000, 1000, null, TimeSpan.FromSeconds(300));

    public Task<StockBudget> ReadAsync(JoorConnectionOptions options, InventorySettings settings, int sharers, int spent, CancellationToken cancellationToken) => Task.FromResult(Budget);

    public string AccountOf(JoorConnectionOptions options) => options.Name;
}
