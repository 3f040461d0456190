using JoorBus.Persistence.Committing;
using NpgsqlTypes;

namespace JoorBus.Products.Receiving;

/// <summary>A removal as received; colour and size are empty where it means the whole style.</summary>
internal sealed record ReceivedRemoval(string Connection, string Style, string StyleNumber, string ColorCode, string Size, long Version, string? Reason, DateTimeOffset At)
{
    /// <summary>The newest version wins; the style becomes work, known before or not.</summary>
    public static readonly RowStatement<ReceivedRemoval> Store = new(
        "product removals",
        RowExpectation.Any,
        $"""
        with r as (
            select distinct on (connection, style, color_code, size) *
            from unnest($1, $2, $3, $4, $5, $6, $7, $8) as r(connection, style, style_number, color_code, size, version, reason, at)
            order by connection, style, color_code, size, version desc),
        w as (
            insert into product_removals as m (connection, style, color_code, size, version, reason, removed_at)
            select connection, style, color_code, size, version, reason, at from r order by connection, style, color_code, size
            on conflict (connection, style, color_code, size) do update set version = excluded.version, reason = excluded.reason, removed_at = excluded.removed_at
            where excluded.version > m.version
            returning m.connection, m.style, m.removed_at),
        t as (
            insert into products as p (connection, style, style_number, version, content, changed_xid, changed_at)
            select w.connection, w.style, min(r.style_number), -1, null, pg_current_xact_id(), max(w.removed_at)
            from w join r on r.connection = w.connection and r.style = w.style
            group by w.connection, w.style order by w.connection, w.style
            on conflict (connection, style) do update set changed_xid = excluded.changed_xid, changed_at = excluded.changed_at
            returning 1)
        select pg_notify('{ProductMigrations.Channel}', current_schema()) where exists (select 1 from t)
        """,
        RowColumn.Text<ReceivedRemoval>(row => row.Connection),
        RowColumn.Text<ReceivedRemoval>(row => row.Style),
        RowColumn.Text<ReceivedRemoval>(row => row.StyleNumber),
        RowColumn.Text<ReceivedRemoval>(row => row.ColorCode),
        RowColumn.Text<ReceivedRemoval>(row => row.Size),
        new RowColumn<ReceivedRemoval, long>(NpgsqlDbType.Bigint, row => row.Version),
        RowColumn.Text<ReceivedRemoval>(row => row.Reason),
        RowColumn.Time<ReceivedRemoval>(row => row.At));
}
