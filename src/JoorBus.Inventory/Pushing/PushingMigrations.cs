using JoorBus.Persistence.Schema;

namespace JoorBus.Inventory.Pushing;

/// <summary>What planning, pushing, reconciling and subtracting add to the slice's tables.</summary>
internal static class PushingMigrations
{
    public static readonly Migration[] All =
    [
        new("inventory-pushing", 1,
            """
            alter table joor_stock
                add column if not exists was_sent boolean not null default false,
                add column if not exists is_planned boolean not null default true,
                add column if not exists is_skipped boolean not null default false;

            -- Asked for again while it is being planned, it is planned again.
            alter table inventory_replans add column if not exists requested xid8 not null default pg_current_xact_id();

            alter table inventory_workers
                add column if not exists former_until timestamptz,
                add column if not exists mode text,
                add column if not exists paused_until timestamptz,
                add column if not exists paused_revision integer,
                add column if not exists full_at timestamptz,
                add column if not exists wants_reconcile boolean not null default false,
                add column if not exists reconcile_after text,
                add column if not exists reconcile_started_at timestamptz,
                add column if not exists reconciled_at timestamptz,
                add column if not exists reconcile_checked integer not null default 0,
                add column if not exists reconcile_refused integer not null default 0;

            -- The newest revision of an order; a closed one counts nothing.
            create table if not exists inventory_order_revisions (
                order_id uuid primary key,
                connection text collate "C" not null,
                revision integer not null,
                is_closed boolean not null);
            """),
    ];
}
