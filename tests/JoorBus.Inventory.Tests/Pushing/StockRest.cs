using JoorBus.Inventory.Planning;
using JoorBus.Persistence;

namespace JoorBus.Inventory.Tests.Pushing;

/// <summary>Nothing of a connection is left to plan, to send or to settle.</summary>
internal static class StockRest
{
    public static async Task<bool> IsReachedAsync(Database database, string connection, int settingsVersion) =>
        (await database.ReadAsync(
            """
            select w.settings_version = $2 and w.rebuild_after is null and w.reconcile_after is null and not w.wants_reconcile
                and (w.wanted_push is null or w.wanted_push like '%Held%')
                and not exists (select 1 from inventory_levels l where l.connection = '' and l.changed_xid >= w.all_xid)
                and not exists (select 1 from inventory_levels l where l.connection = $1 and l.changed_xid >= w.own_xid)
                and not exists (select 1 from inventory_replans)
                and not exists (select 1 from joor_stock where (is_dirty and not is_refused) or push_id is not null)
            from inventory_workers w where w.connection = $1
            """,
            reader => reader.GetBoolean(0), CancellationToken.None, connection, settingsVersion)) is [true];
}
