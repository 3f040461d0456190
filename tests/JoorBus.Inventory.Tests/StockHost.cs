using JoorBus.Connections;
using JoorBus.Connections.Sealing;
using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Receiving;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using JoorBus.TestKit;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace JoorBus.Inventory.Tests;

/// <summary>The receiving half of a host on a real database; with a broker where a test gives one.</summary>
internal sealed class StockHost : IAsyncDisposable
{
    /// <summary>Key and name of the one connection.</summary>
    public const string Key = "acme";
    public const string Name = "ACME US";

    private readonly ServiceProvider _services;

    private StockHost(string database, string? rabbitMq, TimeProvider clock, Action<InventoryOptions>? configure)
    {
        var services = new ServiceCollection()
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddSingleton(typeof(ILogger<>), typeof(NullLogger<>))
            .AddSingleton(clock)
            .AddPersistence(options => options.ConnectionString = database)
            .AddConnections([new JoorConnectionOptions { Key = Key, Name = Name, Token = "a-token" }], new MasterKeyOptions())
            .AddInventory()
            .AddInventoryWorkers()
            .Configure<InventoryOptions>(options => configure?.Invoke(options))
            .AddMessaging(new MessagingOptions { RabbitMq = rabbitMq }, bus => bus.AddInventoryConsumers());
        _services = services.BuildServiceProvider(validateScopes: true);
    }

    public IServiceProvider Services => _services;

    public IBusControl Bus => _services.GetRequiredService<IBusControl>();

    public LevelIntake Intake => _services.GetRequiredService<LevelIntake>();

    public LevelStore Store => _services.GetRequiredService<LevelStore>();

    public static async Task<StockHost> StartAsync(string? database = null, string? rabbitMq = null, TimeProvider? clock = null, Action<InventoryOptions>? configure = null)
    {
        var host = new StockHost(database ?? await TestDatabase.CreateAsync(), rabbitMq, clock ?? TimeProvider.System, configure);
        await host._services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        if (rabbitMq is not null)
            await host.Bus.StartAsync();
        return host;
    }

    public T Get<T>()
        where T : notnull =>
        _services.GetRequiredService<T>();

    /// <summary>Stores the levels of one message as the fast path does.</summary>
    public Task ReceiveAsync(InventoryChanged message, string scope = "") =>
        Intake.StoreAsync(LevelReading.Read(message, scope, _services.GetRequiredService<TimeProvider>().GetUtcNow()).ShouldBeOfType<LevelsRead.Rows>().Levels, CancellationToken.None);

    public Task ReceiveAsync(params InventoryLevel[] levels) => ReceiveAsync(new InventoryChanged { Levels = levels });

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Get<Database>().Command(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Rows as text, columns parted by |.</summary>
    public async Task<List<string>> RowsAsync(string sql)
    {
        await using var command = Get<Database>().Command(sql);
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
            rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(column => Convert.ToString(reader.GetValue(column), System.Globalization.CultureInfo.InvariantCulture))));
        return rows;
    }

    public Task<List<string>> LevelsAsync() =>
        RowsAsync("select item, warehouse, version, on_hand from inventory_levels order by connection, item, warehouse");

    public async ValueTask DisposeAsync()
    {
        try
        {
            await Bus.StopAsync();
        }
        finally
        {
            await _services.DisposeAsync();
        }
    }
}
