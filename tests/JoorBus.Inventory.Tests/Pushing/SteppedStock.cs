using JoorBus.Inventory.Identifying;
using JoorBus.Inventory.Pacing;
using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Receiving;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.TestKit;

namespace JoorBus.Inventory.Tests.Pushing;

/// <summary>Stock of one connection from level to JOOR, a step at a time.</summary>
internal sealed class SteppedStock : IAsyncDisposable
{
    public const string Key = "brand";
    private static readonly TimeSpan Lease = new InventoryOptions().WorkerLease;
    private string _owner = "";

    private SteppedStock(Lane lane) => (Lane, lane.Joor) = (lane, Joor);

    public Lane Lane { get; }

    public ListeningJoor Joor { get; } = new();

    public DateTimeOffset Now => Lane.Clock.GetUtcNow();

    public JoorConnectionOptions Connection { get; set; } = new() { Name = Key, Token = "token" };

    public InventorySettings Settings { get; private set; } = new() { Id = default, Connection = Key, IsOn = true, Warehouses = [new("North", "Default")], ReconcileEvery = null };

    public ConnectionWork? Work { get; private set; }

    public static async Task<SteppedStock> StartAsync(Func<InventorySettings, InventorySettings>? change = null)
    {
        var stock = new SteppedStock(await Lane.StartAsync());
        stock.Settings = ((SettingsOutcome.Saved)await stock.Lane.Settings.SaveAsync((change ?? (settings => settings))(stock.Settings), 0, CancellationToken.None)).Settings;
        // The first look makes the row, the second takes it.
        await stock.TakeAsync("first");
        (await stock.TakeAsync("first")).ShouldBeTrue();
        return stock;
    }

    /// <summary>What the warehouse says now of an item, by way of receiving.</summary>
    public Task LevelAsync(string item, int onHand, long version) => Lane.Get<LevelStore>().StoreAsync(
        [new LevelRow { Connection = "", Item = item, Warehouse = "North", Version = version, AsOf = Now.UtcDateTime, OnHand = onHand, Identity = new ItemIdentity { Sku = item, Upc = item }.Write() }]);

    /// <summary>False while another owner's lease lasts.</summary>
    public async Task<bool> TakeAsync(string owner)
    {
        var rows = await Lane.Workers.LeaseAsync([Key], owner, Now, Lease, CancellationToken.None);
        if (rows is not [var row])
            return false;
        Work = new ConnectionWork(Lane.Parts, row, new HeldLease(row.LeaseUntil, Lane.Clock), new StockPacer(TimeSpan.FromSeconds(300), Now), DateTimeOffset.MinValue);
        _owner = owner;
        return true;
    }

    public Task<WorkStep> StepAsync() => Work!.StepAsync(new WorkSurroundings(Connection, Settings, 1), CancellationToken.None);

    /// <summary>Renews the lease, and hears what people asked for.</summary>
    public async Task LookAsync()
    {
        var row = (await Lane.Workers.LeaseAsync([Key], _owner, Now, Lease, CancellationToken.None)).ShouldHaveSingleItem();
        Work!.Lease.Renew(row.LeaseUntil);
        Work.Hear(row);
    }

    /// <summary>Steps without credits until every level is planned.</summary>
    public async Task PlanAsync()
    {
        var budget = Lane.Credits.Budget;
        Lane.Credits.Budget = budget with { Affordable = 0 };
        await Eventually.BecomesTrueAsync(async () => !(await StepAsync()).IsLost && await IsPlannedAsync(), "every level is planned");
        Lane.Credits.Budget = budget;
    }

    /// <summary>Looks and steps until only news would make another step.</summary>
    public Task RestAsync() => Eventually.BecomesTrueAsync(
        async () =>
        {
            WorkStep step;
            do
            {
                await LookAsync();
                step = await StepAsync();
                step.IsLost.ShouldBeFalse();
                if (step.NextAt > Now)
                    Lane.Clock.Advance(step.NextAt.Value - Now);
            }
            while (step.NextAt is not null);
            return await IsPlannedAsync();
        },
        "only news would make another step");

    // Transactions of other tests hide levels for a while: the server counts them for all databases together.
    private async Task<bool> IsPlannedAsync() =>
        (await Lane.Database.ReadAsync(
            "select w.rebuild_after is null and w.settings_version = $1 and not exists (select 1 from inventory_levels l where l.changed_xid >= w.all_xid) from inventory_workers w",
            reader => reader.GetBoolean(0), CancellationToken.None, Settings.Version)) is [true];

    public ValueTask DisposeAsync() => Lane.DisposeAsync();
}
