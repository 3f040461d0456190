using JoorBus.Connections;
using JoorBus.Connections.Cataloguing;
using JoorBus.Connections.Sealing;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Schema;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Tests.Listing;

/// <summary>Stock of two connections, written straight into the tables.</summary>
internal sealed class Shelf : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Shelf(ServiceProvider services) => _services = services;

    public static async Task<Shelf> OpenAsync()
    {
        var database = await TestDatabase.CreateAsync();
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPersistence(options => options.ConnectionString = database);
        services.AddSharedLimits();
        services.AddConnections([Connection("acme"), Connection("zeta")], new MasterKeyOptions());
        services.AddInventory();
        var shelf = new Shelf(services.BuildServiceProvider());
        await shelf.Of<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        await shelf.Of<ConnectionCatalog>().ReloadAsync(CancellationToken.None);
        return shelf;
    }

    public T Of<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task SetAsync(string connection, params WarehouseMapping[] warehouses) =>
        Of<InventorySettingsStore>().SaveAsync(new InventorySettings { Id = Guid.Empty, Connection = connection, IsOn = true, Warehouses = warehouses }, 0, CancellationToken.None);

    public Task LevelAsync(string item, string warehouse, int available, string scope = "", long version = 1, string? inbound = null, string identity = "{}") => WriteAsync(
        $"insert into inventory_levels (connection, item, warehouse, version, as_of, available, inbound, made_to_order, identity, changed_xid, changed_at) values ({Quote(scope)}, {Quote(item)}, {Quote(warehouse)}, {version}, now(), {available}, {Quote(inbound)}, false, {Quote(identity)}, pg_current_xact_id(), now())");

    public Task ItemAsync(string item, string? joorItem, string? reason = null, bool isSkipped = false, string connection = "acme") => WriteAsync(
        $"insert into inventory_items (connection, item, joor_item, reason, is_skipped) values ({Quote(connection)}, {Quote(item)}, {Quote(joorItem)}, {Quote(reason)}, {isSkipped})");

    public Task SlotAsync(
        string joorItem, int wanted, int? pushed = null, string warehouse = "Default", string day = "0001-01-01", string? refusal = null, string connection = "acme") => WriteAsync(
            $"insert into joor_stock (connection, joor_item, warehouse, day, wanted, wanted_mto, changed_at, is_dirty, is_refused, pushed, pushed_at, answer) values ({Quote(connection)}, {Quote(joorItem)}, {Quote(warehouse)}, '{day}', {wanted}, false, now(), {pushed != wanted}, {refusal is not null}, {pushed?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "null"}, {(pushed is null ? "null" : "now()")}, {Quote(refusal)})");

    public async Task WriteAsync(string sql)
    {
        await using var command = Of<Database>().Command(sql);
        await command.ExecuteNonQueryAsync();
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private static JoorConnectionOptions Connection(string name) => new() { Name = name, Token = $"{name}-token" };

    private static string Quote(string? text) => text is null ? "null" : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
