using JoorBus.Orders.Recording;
using JoorBus.Persistence.Committing;

namespace JoorBus.Orders.Acknowledging;

/// <summary>An order that JOOR may be told of, in the version that is stored.</summary>
public sealed record UnmarkedOrder(string Connection, string JoorOrderId, int RowVersion);

/// <summary>What JOOR answered to one order's mark. An order that changed since is marked again.</summary>
internal sealed record SettledMark(UnmarkedOrder Order, DateTimeOffset At, string? Refusal)
{
    public static readonly RowStatement<SettledMark> Store = new(
        "joor order marks",
        RowExpectation.Any,
        $"""
        with settled as (
            update joor_orders o set marked_at = case when r.refusal is null then r.at end, mark_refusal = r.refusal
            from unnest($1, $2, $3, $4, $5) as r(connection, id, row_version, at, refusal)
            where o.connection = r.connection and o.joor_order_id = r.id and o.row_version = r.row_version and o.marked_at is null
            returning o.order_id, r.at, o.revision, r.refusal)
        insert into order_timeline (order_id, at, kind, detail, message_id)
        select order_id, at, case when refusal is null then '{StepKind.ExportMarked}' else '{StepKind.ExportMarkRefused}' end,
            'revision ' || revision || coalesce(': ' || refusal, ''), null from settled
        """,
        RowColumn.Text<SettledMark>(mark => mark.Order.Connection),
        RowColumn.Text<SettledMark>(mark => mark.Order.JoorOrderId),
        RowColumn.Number<SettledMark>(mark => mark.Order.RowVersion),
        RowColumn.Time<SettledMark>(mark => mark.At),
        RowColumn.Text<SettledMark>(mark => mark.Refusal));
}
