using JoorBus.Persistence.Committing;

namespace JoorBus.Inventory.Pushing;

/// <summary>Statements over all slots of a connection.</summary>
internal sealed record WholeConnection(string Connection, DateTimeOffset At)
{
    /// <summary>Sends every planned slot again.</summary>
    public static readonly RowStatement<WholeConnection> SendAgain = new(
        "joor stock send all",
        RowExpectation.Any,
        """
        update joor_stock s set is_dirty = true, is_refused = false, attempts = 0, next_attempt_at = null, changed_at = case when s.is_dirty then s.changed_at else r.at end
        from unnest($1, $2) as r(connection, at)
        where s.connection = r.connection and s.is_planned and not s.is_skipped and not (s.wanted_mto and s.day > '0001-01-01') and s.push_id is null
        """,
        RowColumn.Text<WholeConnection>(row => row.Connection),
        RowColumn.Time<WholeConnection>(row => row.At));

    /// <summary>What was taken by requests without an end may be in JOOR or not; of an item made to order, that holds for all its slots.</summary>
    public static readonly RowStatement<WholeConnection> Recover = new(
        "joor stock recover",
        RowExpectation.Any,
        """
        update joor_stock s set
            push_id = null, pushed = null, pushed_mto = null, changed_at = case when s.is_dirty then s.changed_at else r.at end,
            is_dirty = not s.is_skipped and not (s.wanted_mto and s.day > '0001-01-01')
        from unnest($1, $2) as r(connection, at)
        where s.connection = r.connection and (s.push_id is not null or s.joor_item in (
            select m.joor_item from joor_stock m where m.connection = r.connection and (m.wanted_mto or m.pushed_mto)
            and exists (select 1 from joor_stock c where c.connection = r.connection and c.joor_item = m.joor_item and c.push_id is not null)))
        """,
        RowColumn.Text<WholeConnection>(row => row.Connection),
        RowColumn.Time<WholeConnection>(row => row.At));

    /// <summary>An overwrite without an end: nothing is known of any slot.</summary>
    public static readonly RowStatement<WholeConnection> RecoverAll = new(
        "joor stock recover all",
        RowExpectation.Any,
        """
        update joor_stock s set
            push_id = null, pushed = null, pushed_mto = null, changed_at = case when s.is_dirty then s.changed_at else r.at end,
            is_dirty = not s.is_skipped and not (s.wanted_mto and s.day > '0001-01-01')
        from unnest($1, $2) as r(connection, at) where s.connection = r.connection
        """,
        RowColumn.Text<WholeConnection>(row => row.Connection),
        RowColumn.Time<WholeConnection>(row => row.At));
}
