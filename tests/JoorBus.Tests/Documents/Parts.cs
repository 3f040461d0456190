using JoorBus.Connections;
using JoorBus.Connections.Sealing;
using JoorBus.Inventory;
using JoorBus.Orders;
using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Documents;
using JoorBus.Persistence.Schema;
using JoorBus.Products;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Tests.Documents;

/// <summary>Every slice of one host on a database, without the workers.</summary>
internal sealed class Parts : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Parts(ServiceProvider services) => _services = services;

    public static async Task<Parts> StartAsync(string database, string adapter)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddPersistence(options => options.ConnectionString = database, AdapterPairs.Named(adapter));
        services.AddSharedLimits();
        services.AddConnections([], new MasterKeyOptions { Text = "k1:QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWY=" });
        services.AddOrders();
        services.AddInventory();
        services.AddProducts();
        services.AddJoor();
        var parts = new Parts(services.BuildServiceProvider());
        await parts._services.GetRequiredService<SchemaMigrator>().MigrateAsync(CancellationToken.None);
        return parts;
    }

    public async Task<CommitOutcome> CommitAsync(Action<IDocuments> work)
    {
        await using var scope = _services.CreateAsyncScope();
        work(scope.ServiceProvider.GetRequiredService<IDocuments>());
        return await scope.ServiceProvider.GetRequiredService<UnitOfWork>().CommitAsync(CancellationToken.None);
    }

    public async Task<T> LoadAsync<T>(Guid id)
        where T : class, IVersioned
    {
        await using var scope = _services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<IDocuments>().LoadAsync<T>(id, CancellationToken.None)).ShouldNotBeNull();
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task<string> ReadAsync(string sql)
    {
        await using var command = Get<Database>().Command(sql);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
