using JoorBus.Persistence.Schema;

namespace JoorBus.Orders;

internal static class OrdersMigrations
{
    public static readonly Migration[] All =
    [
        new("orders", 1,
            """
            create table if not exists joor_orders (
                connection text not null,
                joor_order_id text not null,
                order_id uuid not null,
                revision integer not null,
                content_hash bytea not null,
                decision text not null,
                reason text,
                purchase_order text,
                customer_code text,
                customer_name text,
                total numeric,
                currency text,
                modified_at timestamptz,
                seen_at timestamptz not null,
                marked_at timestamptz,
                content bytea compression lz4,
                refused_hash bytea,
                row_version integer not null,
                primary key (connection, joor_order_id));
            create unique index if not exists joor_orders_order on joor_orders (order_id);
            create index if not exists joor_orders_seen on joor_orders (seen_at);
            create index if not exists joor_orders_unmarked on joor_orders (connection, modified_at) where marked_at is null and decision = 'Imported';
            create index if not exists joor_orders_not_imported on joor_orders (connection, modified_at) where decision in ('Ignored', 'Unreadable');
            create index if not exists joor_orders_purchase_order on joor_orders (purchase_order);

            create table if not exists joor_polls (
                connection text primary key,
                created_at timestamptz not null,
                checkpoint timestamptz,
                lease_owner text,
                lease_until timestamptz,
                polled_at timestamptz,
                next_at timestamptz not null,
                error text);

            create table if not exists order_timeline (
                id bigint generated always as identity,
                order_id uuid not null,
                at timestamptz not null,
                kind text not null,
                detail text,
                message_id uuid);
            create index if not exists order_timeline_order on order_timeline (order_id, id);
            """),
        new("orders", 2, "alter table joor_orders add column if not exists mark_refusal text;"),
    ];
}
