using JoorBus.Connections;
using JoorBus.Connections.Sealing;
using JoorBus.Inventory;
using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Messaging;
using JoorBus.Persistence;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace JoorBus.Benchmarks.Stock;

/// <summary>JoorBus's planning and pushing of one connection, in this process; levels are put where receiving would put them.</summary>
public sealed class PushingHost : IAsyncDisposable
{
    public const string Connection = "bench";
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);
    private readonly IHost _host;

    private PushingHost(IHost host) => _host = host;

    private Database Database => _host.Services.GetRequiredService<Database>();

    public static async Task<PushingHost> StartAsync(
        string postgres, JoorConnectionOptions connection, Action<IServiceCollection> change, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Logging.SetMinimumLevel(LogLevel.Warning).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSingleton<IReadOnlyList<JoorConnectionOptions>>([connection]);
        builder.Services.AddPersistence(persistence => persistence.ConnectionString = postgres);
        builder.Services.AddSharedLimits();
        builder.Services.AddConnections([connection], new MasterKeyOptions());
        builder.Services.AddJoor();
        builder.Services.AddInventory();
        change(builder.Services);
        builder.Services.AddHostedService<SchemaFirst>();
        builder.Services.AddConnectionWorkers();
        builder.Services.AddMessaging(new MessagingOptions(), _ => { });
        builder.Services.AddPersistenceWorkers();
        builder.Services.AddInventoryWorkers();
        var host = new PushingHost(builder.Build());
        await host._host.StartAsync(cancellationToken);
        return host;
    }

    public Task SaveAsync(InventorySettings settings, CancellationToken cancellationToken) =>
        _host.Services.GetRequiredService<InventorySettingsStore>().SaveAsync(settings, 0, cancellationToken);

    /// <summary>Each of these items gets a number of its own that it did not have before, in one transaction.</summary>
    public async Task ChangeAsync(IEnumerable<int> items, int version, CancellationToken cancellationToken)
    {
        int[] all = [.. items];
        await using var command = Database.Command($"with changed as ({StockSchema.Upsert} returning 1) select pg_notify('joorbus_inventory', $7)::text from (select count(*) from changed) as c");
        command.Parameters.AddWithValue(all.Select(StockLoad.Sku).ToArray());
        command.Parameters.AddWithValue(Array.ConvertAll(all, _ => (long)version));
        command.Parameters.AddWithValue(Array.ConvertAll(all, item => 1 + ((item + version) % 1000)));
        command.Parameters.AddWithValue(new int[all.Length]);
        command.Parameters.AddWithValue(Array.ConvertAll(all, item => 1 + ((item + version) % 1000)));
        command.Parameters.AddWithValue(all.Select(Identity).ToArray());
        command.Parameters.AddWithValue(Database.Schema);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Database.Command(sql);
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Waits for the condition, and until nothing is dirty any more.</summary>
    public async Task RestAsync(Func<bool> condition, CancellationToken cancellationToken)
    {
        var end = TimeProvider.System.GetUtcNow() + Patience;
        while (!condition() || await IsDirtyAsync(cancellationToken))
        {
            if (TimeProvider.System.GetUtcNow() > end)
                throw new TimeoutException($"Pushing did not come to rest within {Patience}.");
            await Task.Delay(Glance, TimeProvider.System, cancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
    }

    internal static string Identity(int item) => new ItemIdentity { Sku = StockLoad.Sku(item), Upc = StockLoad.Upc(item) }.Write();

    private async Task<bool> IsDirtyAsync(CancellationToken cancellationToken)
    {
        await using var command = Database.Command($"select exists (select 1 from joor_stock where connection = '{Connection}' and is_dirty and not is_refused)");
        return (bool)(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
