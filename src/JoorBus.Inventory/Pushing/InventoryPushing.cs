using JoorBus.Inventory.Planning;
using JoorBus.Inventory.Reconciling;
using JoorBus.Inventory.Setting;
using JoorBus.Joor;
using JoorBus.Persistence;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace JoorBus.Inventory.Pushing;

/// <summary>What sending everything costs.</summary>
/// <param name="Entries">Numbers to send.</param>
/// <param name="Requests">Requests they take.</param>
/// <param name="Credits">Credits of these.</param>
/// <param name="Takes">Time until the last one leaves, when nothing else is sent.</param>
public sealed record PushCost(int Entries, int Requests, int Credits, TimeSpan Takes);

/// <summary>What people may ask of pushing. Wishes are stored; whichever host has the connection's lease fulfils them.</summary>
public sealed class InventoryPushing(IServiceScopeFactory scopes, InventorySettingsStore settings, Database database, IOptions<JoorLimitOptions> limits, TimeProvider clock)
{
    /// <summary>Asks that everything be sent; with <paramref name="release"/> also where an overwrite is held because too much would vanish.</summary>
    public Task RequestFullAsync(string connectionKey, bool release, CancellationToken cancellationToken) =>
        StoreAsync(
            unit => unit.Write(WantedPush.Store, new WantedPush(connectionKey, new FullPush { Cause = "a person asked", At = clock.GetUtcNow(), IsReleased = release })),
            cancellationToken);

    /// <summary>Asks that everything be sent again with credits that are left over.</summary>
    public Task ReconcileAsync(string connectionKey, CancellationToken cancellationToken) =>
        StoreAsync(unit => unit.Write(ReconcileWish.Store, new ReconcileWish(connectionKey)), cancellationToken);

    /// <summary>Makes refused entries due again, of one JOOR item or of all; returns how many.</summary>
    public async Task<int> RetryRefusedAsync(string connectionKey, string? joorItem, CancellationToken cancellationToken)
    {
        var found = await database.ReadAsync(
            $"""
            with again as (
                update joor_stock set is_refused = false, attempts = 0, next_attempt_at = null, changed_at = $3
                where connection = $1 and is_refused and ($2::text is null or joor_item = $2) returning 1)
            select count(*)::int, pg_notify('{InventoryWakeUp.Channel}', $4)::text from again
            """,
            reader => reader.GetInt32(0), cancellationToken, connectionKey, Queries.TextParameter(joorItem), clock.GetUtcNow(), database.Schema);
        return found[0];
    }

    /// <summary>What sending everything once would cost now.</summary>
    public async Task<PushCost> CostAsync(string connectionKey, CancellationToken cancellationToken)
    {
        var of = await settings.LoadAsync(connectionKey, cancellationToken);
        var entries = (await database.ReadAsync(
            "select count(*)::int from joor_stock where connection = $1 and is_planned and not is_skipped and not (wanted_mto and day > '0001-01-01')", reader => reader.GetInt32(0), cancellationToken, connectionKey))[0];
        var most = of.Mode == StockMode.Overwrite ? int.MaxValue : of.MaxItemsPerRequest;
        var requests = (int)(((long)entries + most - 1) / most);
        var limit = limits.Value;
        var perWindow = Math.Max(1, (int)((limit.CreditsPerWindow - limit.ReservedForOrders) * of.CreditShare / limit.WriteCredits));
        return new PushCost(entries, requests, requests * limit.WriteCredits, requests == 0 ? TimeSpan.Zero : limit.Window * ((requests - 1) / perWindow));
    }

    private async Task StoreAsync(Action<UnitOfWork> fill, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            fill(unit);
            unit.Write(InventoryWakeUp.Notify, new InventoryWakeUp(database.Schema));
            await unit.CommitAsync(cancellationToken);
        }
    }
}
