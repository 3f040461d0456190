using JoorBus.Persistence.Schema;

namespace JoorBus.Inventory;

internal static class InventoryMigrations
{
    public static readonly Migration[] All =
    [
        new("inventory", 1,
            """
            -- What the warehouse said last. connection is a key, or '' for every connection; version is the sequence or microseconds since 1970.
            create table if not exists inventory_levels (
                connection text collate "C" not null,
                item text collate "C" not null,
                warehouse text collate "C" not null,
                version bigint not null,
                as_of timestamptz not null,
                on_hand integer,
                allocated integer,
                available integer,
                inbound text,
                made_to_order boolean not null,
                identity text not null,
                snapshot text,
                snapshot_version bigint,
                changed_xid xid8 not null,
                changed_at timestamptz not null,
                primary key (connection, item, warehouse)) with (fillfactor = 80);
            create index if not exists inventory_levels_changed on inventory_levels (connection, changed_xid, item, warehouse);

            create index if not exists inventory_levels_snapshot on inventory_levels (snapshot) where snapshot is not null;

            -- Full counts. progressed_at is when a level or the end was told last; version is the start's sequence, null where levels carry times.
            create table if not exists inventory_snapshots (
                snapshot text primary key,
                connection text not null,
                warehouses text[],
                version bigint,
                started_at timestamptz,
                level_count integer,
                completed_at timestamptz,
                state text not null,
                reason text,
                counted integer,
                removed integer,
                progressed_at timestamptz not null,
                decided_at timestamptz,
                decided_by text);
            create index if not exists inventory_snapshots_open on inventory_snapshots (state, completed_at);

            -- What a warehouse's item is in JOOR, or why it is nothing there.
            create table if not exists inventory_items (
                connection text collate "C" not null,
                item text collate "C" not null,
                joor_item text collate "C",
                reason text,
                is_skipped boolean not null,
                primary key (connection, item));
            create index if not exists inventory_items_joor on inventory_items (connection, joor_item);
            create index if not exists inventory_items_reason on inventory_items (connection, item) where reason is not null;

            -- What JOOR shall hold and what it holds, per item, JOOR's warehouse and day; 0001-01-01 is immediate stock.
            create table if not exists joor_stock (
                connection text collate "C" not null,
                joor_item text collate "C" not null,
                warehouse text collate "C" not null,
                day date not null,
                sku text,
                upc text,
                style_number text,
                style_identifier text,
                color_code text,
                size text,
                wanted integer not null,
                wanted_mto boolean not null,
                changed_at timestamptz not null,
                is_dirty boolean not null,
                is_refused boolean not null,
                pushed integer,
                pushed_mto boolean,
                pushed_at timestamptz,
                push_id uuid,
                attempts integer not null default 0,
                next_attempt_at timestamptz,
                answer text,
                log_id text,
                primary key (connection, joor_item, warehouse, day)) with (fillfactor = 80);
            create index if not exists joor_stock_dirty on joor_stock (connection, changed_at) where is_dirty and not is_refused;
            create index if not exists joor_stock_refused on joor_stock (connection, joor_item) where is_refused;
            create index if not exists joor_stock_push on joor_stock (push_id) where push_id is not null;

            -- One worker at a time for a connection; epoch counts the takers.
            create table if not exists inventory_workers (
                connection text primary key,
                owner text,
                epoch bigint not null default 0,
                lease_until timestamptz,
                all_xid xid8 not null default '0',
                own_xid xid8 not null default '0',
                settings_version integer not null default 0,
                rebuild_after text,
                wanted_push text,
                error text);

            -- Items to plan again although their levels did not change: orders came, or a person asked.
            create table if not exists inventory_replans (
                connection text collate "C" not null,
                joor_item text collate "C" not null,
                primary key (connection, joor_item));

            -- Units of open JOOR orders, for settings that subtract them.
            create table if not exists inventory_orders (
                connection text collate "C" not null,
                joor_item text collate "C" not null,
                warehouse text collate "C" not null,
                order_id uuid not null,
                quantity integer not null,
                ordered_at timestamptz not null,
                primary key (connection, joor_item, warehouse, order_id));
            create index if not exists inventory_orders_order on inventory_orders (order_id);
            """),
    ];
}
