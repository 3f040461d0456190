using JoorBus.Inventory.Pushing;
using JoorBus.Inventory.Setting;

namespace JoorBus.Inventory.Planning;

/// <summary>
/// Brings the slots of one connection up to its levels, a page at a time. Each page commits with the place it reached: killed anywhere, the next
/// holder of the lease goes on from there, and what it does again changes nothing.
/// </summary>
internal sealed class PlanningRound(PlanningStore store, FactsReading reading, InventoryUnits units, WorkerRow worker)
{
    private const int PageItems = 2000;

    // The feed's place within one transaction that does not fit a page. Lost in a kill, that transaction is read again from its beginning.
    private FeedPlace _all = FeedPlace.Before(worker.AllXid);
    private FeedPlace _own = FeedPlace.Before(worker.OwnXid);

    /// <summary>The worker's row as stored last.</summary>
    public WorkerRow Worker { get; private set; } = worker;

    /// <summary>The row changed outside of planning.</summary>
    public void Follow(WorkerRow worker) => Worker = worker;

    /// <summary>Plans the next page; null when the lease is lost.</summary>
    public async Task<PlannedPage?> PlanAsync(InventorySettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (Worker.SettingsVersion != settings.Version)
            return await BeginRebuildAsync(settings, cancellationToken) ? new PlannedPage(0, false) : null;
        return Worker.RebuildAfter is { } after
            ? await RebuildAsync(settings, after, now, cancellationToken)
            : await FollowFeedAsync(settings, now, cancellationToken);
    }

    private async Task<bool> BeginRebuildAsync(InventorySettings settings, CancellationToken cancellationToken)
    {
        // What changes from here on comes through the feed, after the rebuild.
        var (horizon, _) = await store.HorizonAsync(cancellationToken);
        var mode = $"{settings.Mode}/{settings.DecPending}";
        var next = Worker with { SettingsVersion = settings.Version, RebuildAfter = "", AllXid = horizon, OwnXid = horizon, Mode = mode };
        var wants = FullPush.AfterSwitch(Worker.Mode, mode);
        var stored = await units.StoreAsync(
            next,
            (unit, _) =>
            {
                if (wants is not null)
                    unit.Write(WantedPush.Store, new WantedPush(next.Connection, wants));
                return Task.CompletedTask;
            },
            cancellationToken);
        if (!stored)
            return false;
        (Worker, _all, _own) = (next, FeedPlace.Before(horizon), FeedPlace.Before(horizon));
        return true;
    }

    private async Task<PlannedPage?> RebuildAsync(InventorySettings settings, string after, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = await store.ItemsAfterAsync(settings.Connection, after, PageItems, cancellationToken);
        var next = Worker with { RebuildAfter = items.Count == 0 ? null : items.Max };
        return await StoreAsync(settings, items, next, [], now, cancellationToken) is { } plan ? new PlannedPage(plan.Arrived, false) { Items = items.Count } : null;
    }

    private async Task<PlannedPage?> FollowFeedAsync(InventorySettings settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (horizon, nextXid) = await store.HorizonAsync(cancellationToken);
        if (Worker.AllXid > nextXid || Worker.OwnXid > nextXid)
        {
            // The database was restored from elsewhere: its transactions are counted anew.
            var restored = Worker with { SettingsVersion = -1 };
            if (!await units.StoreAsync(restored, (_, _) => Task.CompletedTask, cancellationToken))
                return null;
            Worker = restored;
            return new PlannedPage(0, false);
        }

        var all = await store.FeedAsync("", _all, horizon, PageItems, cancellationToken);
        var own = await store.FeedAsync(settings.Connection, _own, horizon, PageItems - all.Count + 1, cancellationToken);
        var replans = await store.ReplansAsync(settings.Connection, PageItems, cancellationToken);
        var items = all.Concat(own).Select(place => place.Item).ToHashSet(StringComparer.Ordinal);
        if (replans.Count > 0)
            items.UnionWith((await store.ItemsOfAsync(settings.Connection, [.. replans.Select(replan => replan.JoorItem)], cancellationToken)).Select(item => item.Item));
        var (allFull, ownFull) = (all.Count == PageItems, own.Count == PageItems - all.Count + 1);
        var (allPlace, ownPlace) = (allFull ? all[^1] : FeedPlace.Before(horizon), ownFull ? own[^1] : FeedPlace.Before(horizon));
        var isDrained = !allFull && !ownFull && replans.Count < PageItems;
        var planned = 0;
        if (items.Count > 0 || replans.Count > 0)
        {
            var next = Worker with { AllXid = allPlace.Xid, OwnXid = ownPlace.Xid };
            if (await StoreAsync(settings, items, next, replans, now, cancellationToken) is not { } plan)
                return null;
            planned = plan.Arrived;
            isDrained = isDrained && plan.Replans.Count == 0;
        }

        (_all, _own) = (allPlace, ownPlace);
        return new PlannedPage(planned, isDrained) { Items = items.Count };
    }

    private async Task<StockPlan?> StoreAsync(
        InventorySettings settings, IReadOnlyCollection<string> items, WorkerRow next, IReadOnlyCollection<(string, string)> replanned, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var plan = StockPlan.Of(await reading.ReadAsync(settings, items, cancellationToken));
        if (!await units.StoreAsync(next, plan, replanned, now, cancellationToken))
            return null;
        Worker = next;
        return plan;
    }
}

/// <summary>What a page of planning did. <paramref name="Arrived"/>: entries that newly wait to be sent.</summary>
internal sealed record PlannedPage(int Arrived, bool IsDrained)
{
    public int Items { get; init; }
}
