using JoorBus.Persistence.Committing;
using NpgsqlTypes;

namespace JoorBus.Products.Receiving;

/// <summary>A style as received: where it counts, its version and its canonical content.</summary>
internal sealed record ReceivedProduct(string Connection, string Style, string StyleNumber, long Version, string Content, DateTimeOffset At)
{
    /// <summary>
    /// The newest version wins whatever the order. Equal content becomes work only where it lifts a removal; the version counts all the same.
    /// </summary>
    public static readonly RowStatement<ReceivedProduct> Store = new(
        "products",
        RowExpectation.Any,
        $"""
        with r as (
            select distinct on (connection, style) * from unnest($1, $2, $3, $4, $5, $6) as r(connection, style, style_number, version, content, at)
            order by connection, style, version desc),
        w as (
            insert into products as p (connection, style, style_number, version, content, changed_xid, changed_at)
            select connection, style, style_number, version, content, pg_current_xact_id(), at from r order by connection, style
            on conflict (connection, style) do update set
                version = excluded.version, style_number = excluded.style_number, content = excluded.content,
                (changed_xid, changed_at) = (
                    select case when news then excluded.changed_xid else p.changed_xid end, case when news then excluded.changed_at else p.changed_at end
                    from (select p.content is distinct from excluded.content or exists (
                        select 1 from product_removals m
                        where m.style = p.style and m.version >= p.version and (m.connection = p.connection or m.connection = '' or p.connection = '')) as news) as n)
            where excluded.version > p.version
            returning 1)
        select pg_notify('{ProductMigrations.Channel}', current_schema()) where exists (select 1 from w)
        """,
        RowColumn.Text<ReceivedProduct>(row => row.Connection),
        RowColumn.Text<ReceivedProduct>(row => row.Style),
        RowColumn.Text<ReceivedProduct>(row => row.StyleNumber),
        new RowColumn<ReceivedProduct, long>(NpgsqlDbType.Bigint, row => row.Version),
        RowColumn.Text<ReceivedProduct>(row => row.Content),
        RowColumn.Time<ReceivedProduct>(row => row.At));
}
