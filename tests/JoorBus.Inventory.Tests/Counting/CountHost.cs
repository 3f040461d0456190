using JoorBus.Contracts.Inventory;
using JoorBus.Inventory.Counting;
using JoorBus.Persistence.Committing;
using JoorBus.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace JoorBus.Inventory.Tests.Counting;

/// <summary>Full counts on a real database, in time moved by hand.</summary>
internal sealed class CountHost : IAsyncDisposable
{
    private CountHost(StockHost stock, ManualClock clock) => (Stock, Clock) = (stock, clock);

    public StockHost Stock { get; }

    public ManualClock Clock { get; }

    public Snapshots Snapshots => Stock.Get<Snapshots>();

    public static async Task<CountHost> StartAsync(string? database = null)
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero));
        return new CountHost(await StockHost.StartAsync(database, clock: clock), clock);
    }

    public Task BeginAsync(string id, long? sequence = null, string scope = "", params string[] warehouses) =>
        CommitAsync(unit => unit.Write(SnapshotStart.Upsert, new SnapshotStart(id, scope, warehouses.Length == 0 ? null : warehouses, sequence, Clock.GetUtcNow(), Clock.GetUtcNow())));

    public Task EndAsync(string id, int levels) =>
        CommitAsync(unit => unit.Write(SnapshotEnd.Upsert, new SnapshotEnd(id, levels, Clock.GetUtcNow(), Clock.GetUtcNow())));

    public Task TellAsync(string id, params InventoryLevel[] levels) => Stock.ReceiveAsync(Tests.Stock.Told(id, levels));

    /// <summary>Lets the watch look once; returns the count as it is then.</summary>
    public async Task<Snapshot> LookAsync(string id)
    {
        await Stock.Get<SnapshotWatch>().LookAsync(CancellationToken.None);
        return await ReadAsync(id);
    }

    public async Task<Snapshot> ReadAsync(string id) => (await Snapshots.ListAsync(CancellationToken.None)).Single(snapshot => snapshot.Id == id);

    public Task<List<string>> StockAsync() => Stock.RowsAsync("select item, warehouse, on_hand from inventory_levels order by item, warehouse");

    public ValueTask DisposeAsync() => Stock.DisposeAsync();

    private async Task CommitAsync(Action<UnitOfWork> work)
    {
        await using var scope = Stock.Services.CreateAsyncScope();
        var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
        work(unit);
        (await unit.CommitAsync(CancellationToken.None)).ShouldBeOfType<CommitOutcome.Committed>();
    }
}
