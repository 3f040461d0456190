using JoorBus.Persistence.Schema;

namespace JoorBus.Products;

internal static class ProductMigrations
{
    /// <summary>Rung by every commit that makes work; the payload is the schema.</summary>
    public const string Channel = "joorbus_products";

    public static readonly Migration[] All =
    [
        new("products", 1,
            """
            -- What the brand's system said last of a style. connection is a key, or '' for every connection; version is the sequence or
            -- microseconds since 1970, -1 while only a removal is known, and content is null then.
            create table if not exists products (
                connection text collate "C" not null,
                style text collate "C" not null,
                style_number text not null,
                version bigint not null,
                content text compression lz4,
                changed_xid xid8 not null,
                changed_at timestamptz not null,
                primary key (connection, style));
            create index if not exists products_changed on products (connection, changed_xid);

            -- What shall go: a colour, a size, or, with both empty, the style. A newer product that names it again lifts it.
            create table if not exists product_removals (
                connection text collate "C" not null,
                style text collate "C" not null,
                color_code text collate "C" not null,
                size text collate "C" not null,
                version bigint not null,
                reason text,
                removed_at timestamptz not null,
                primary key (connection, style, color_code, size));

            -- Where each style stands in each connection's JOOR. generation rises with everything that makes it dirty.
            create table if not exists joor_products (
                connection text collate "C" not null,
                style text collate "C" not null,
                style_number text not null,
                state text not null,
                generation bigint not null,
                changed_at timestamptz not null,
                wanted_hash text,
                pushed_hash text,
                joor_style_id text,
                reasons text[] not null default '{}',
                held text[] not null default '{}',
                released_version bigint not null default -1,
                released_by text,
                pushed_at timestamptz,
                attempts integer not null default 0,
                next_attempt_at timestamptz,
                last_error text,
                push_id uuid,
                primary key (connection, style));
            create index if not exists joor_products_dirty on joor_products (connection, changed_at) where state = 'Dirty';
            create index if not exists joor_products_state on joor_products (connection, state, style);

            -- One worker at a time for a connection; epoch counts the takers.
            create table if not exists product_workers (
                connection text primary key,
                owner text,
                epoch bigint not null default 0,
                lease_until timestamptz,
                seen_xid xid8 not null default '0',
                settings_version integer not null default 0,
                reconcile_wanted boolean not null default false,
                reconciled_at timestamptz,
                reconcile_after text collate "C",
                drifting integer not null default 0,
                drifted integer,
                next_at timestamptz,
                error text);

            -- Orders of JOOR and what they hold, for saying what a removal would cancel.
            create table if not exists product_orders (
                order_id uuid primary key,
                connection text collate "C" not null,
                revision integer not null,
                is_open boolean not null,
                is_shipped boolean not null,
                styles text[] not null,
                lines jsonb not null);
            create index if not exists product_orders_styles on product_orders using gin (styles) where is_open and not is_shipped;
            """),
    ];
}
