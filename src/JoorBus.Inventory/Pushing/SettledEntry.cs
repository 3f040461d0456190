using JoorBus.Inventory.Planning;
using JoorBus.Persistence.Committing;

namespace JoorBus.Inventory.Pushing;

/// <summary>What became of one entry of a request.</summary>
internal enum EntryOutcome
{
    /// <summary>JOOR holds what was sent.</summary>
    Passed,

    /// <summary>JOOR refused it and holds what it held.</summary>
    Refused,

    /// <summary>Nobody knows what JOOR holds, and it is not tried again by itself.</summary>
    GivenUp,

    /// <summary>Nobody knows what JOOR holds.</summary>
    Unknown,

    /// <summary>JOOR said neither yes nor no.</summary>
    Unconfirmed,

    /// <summary>It never reached JOOR, or JOOR refused the whole request.</summary>
    Unsent,
}

/// <summary>Stores what became of an entry. One that changed meanwhile is due again with its newer number.</summary>
internal sealed record SettledEntry(string Connection, Guid PushId, ClaimedEntry Entry, EntryOutcome Outcome, DateTimeOffset At)
{
    public string? Answer { get; init; }

    public string? LogId { get; init; }

    public DateTimeOffset? NextAttemptAt { get; init; }

    public static readonly RowStatement<SettledEntry> Store = new(
        "joor stock settle",
        RowExpectation.Any,
        """
        update joor_stock s set
            push_id = null,
            pushed = case when r.outcome = 'Passed' then r.sent when r.outcome in ('Refused', 'Unsent') then s.pushed end,
            pushed_mto = case when r.outcome = 'Passed' then r.sent_mto when r.outcome in ('Refused', 'Unsent') then s.pushed_mto end,
            pushed_at = case when r.outcome = 'Passed' then r.at else s.pushed_at end,
            is_dirty = not s.is_skipped and not (s.wanted_mto and s.day > '0001-01-01') and case
                when r.outcome = 'Passed' then (s.wanted, s.wanted_mto) is distinct from (r.sent, r.sent_mto)
                when r.outcome = 'Unsent' then (s.wanted, s.wanted_mto) is distinct from (s.pushed, s.pushed_mto)
                else true end,
            is_refused = r.outcome in ('Refused', 'GivenUp') and (s.wanted, s.wanted_mto) is not distinct from (r.sent, r.sent_mto),
            attempts = case r.outcome when 'Passed' then 0 when 'Unconfirmed' then s.attempts + 1 else s.attempts end,
            next_attempt_at = case when (s.wanted, s.wanted_mto) is not distinct from (r.sent, r.sent_mto) then r.next_attempt_at end,
            answer = r.answer, log_id = coalesce(r.log_id, s.log_id)
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) as r(
            connection, joor_item, warehouse, day, push_id, sent, sent_mto, outcome, at, answer, log_id, next_attempt_at)
        where s.connection = r.connection and s.joor_item = r.joor_item and s.warehouse = r.warehouse and s.day = greatest(r.day, '0001-01-01') and s.push_id = r.push_id
        """,
        RowColumn.Text<SettledEntry>(row => row.Connection),
        RowColumn.Text<SettledEntry>(row => row.Key.JoorItem),
        RowColumn.Text<SettledEntry>(row => row.Key.Warehouse),
        RowColumn.Day<SettledEntry>(row => row.Key.Day),
        RowColumn.Id<SettledEntry>(row => row.PushId),
        RowColumn.Number<SettledEntry>(row => row.Entry.Slot.Wanted.Quantity),
        StockColumns.Flag<SettledEntry>(row => row.Entry.Slot.Wanted.IsMadeToOrder),
        RowColumn.Text<SettledEntry>(row => row.Outcome.ToString()),
        RowColumn.Time<SettledEntry>(row => row.At),
        RowColumn.Text<SettledEntry>(row => row.Answer),
        RowColumn.Text<SettledEntry>(row => row.LogId),
        RowColumn.TimeOrNull<SettledEntry>(row => row.NextAttemptAt));

    /// <summary>JOOR holds nothing of a slot that nothing feeds any more: it is forgotten.</summary>
    public static readonly RowStatement<SettledEntry> Forget = new(
        "joor stock settled gone",
        RowExpectation.Any,
        """
        delete from joor_stock s using unnest($1, $2, $3, $4) as r(connection, joor_item, warehouse, day)
        where s.connection = r.connection and s.joor_item = r.joor_item and s.warehouse = r.warehouse and s.day = greatest(r.day, '0001-01-01')
            and not s.is_planned and not s.is_dirty and not s.is_skipped and s.push_id is null and s.pushed = 0 and s.pushed_mto is not true
        """,
        RowColumn.Text<SettledEntry>(row => row.Connection),
        RowColumn.Text<SettledEntry>(row => row.Key.JoorItem),
        RowColumn.Text<SettledEntry>(row => row.Key.Warehouse),
        RowColumn.Day<SettledEntry>(row => row.Key.Day));

    private SlotKey Key => Entry.Slot.Key;
}

/// <summary>An item that was sent as made to order: whatever else JOOR held of it is cleared, or may be.</summary>
internal sealed record ClearedItem(string Connection, string JoorItem, bool IsSure, DateTimeOffset At)
{
    public static readonly RowStatement<ClearedItem> Forget = new(
        "joor stock settled mto forget",
        RowExpectation.Any,
        """
        delete from joor_stock s using unnest($1, $2, $3) as r(connection, joor_item, is_sure)
        where r.is_sure and s.connection = r.connection and s.joor_item = r.joor_item and s.wanted_mto and s.day > '0001-01-01' and s.push_id is null
        """,
        RowColumn.Text<ClearedItem>(row => row.Connection),
        RowColumn.Text<ClearedItem>(row => row.JoorItem),
        StockColumns.Flag<ClearedItem>(row => row.IsSure));

    public static readonly RowStatement<ClearedItem> SendAgain = new(
        "joor stock settled mto send again",
        RowExpectation.Any,
        """
        update joor_stock s set pushed = null, pushed_mto = null, is_dirty = not s.is_skipped and not (s.wanted_mto and s.day > '0001-01-01')
        from unnest($1, $2, $3) as r(connection, joor_item, at)
        where s.connection = r.connection and s.joor_item = r.joor_item and s.pushed_at is distinct from r.at and s.push_id is null
            and s.pushed is not null and s.pushed_mto is not true
        """,
        RowColumn.Text<ClearedItem>(row => row.Connection),
        RowColumn.Text<ClearedItem>(row => row.JoorItem),
        RowColumn.Time<ClearedItem>(row => row.At));
}

/// <summary>A request replaced all that JOOR had, or may have. Runs before its own entries are settled.</summary>
internal sealed record Overwritten(string Connection, Guid PushId, bool IsSure, DateTimeOffset At)
{
    public static readonly RowStatement<Overwritten> Forget = new(
        "joor stock overwritten forget",
        RowExpectation.Any,
        """
        delete from joor_stock s using unnest($1, $2, $3) as r(connection, push_id, is_sure)
        where r.is_sure and s.connection = r.connection and s.push_id is distinct from r.push_id
            and (not s.is_planned or s.is_skipped or (s.wanted_mto and s.day > '0001-01-01'))
        """,
        RowColumn.Text<Overwritten>(row => row.Connection),
        RowColumn.Id<Overwritten>(row => row.PushId),
        StockColumns.Flag<Overwritten>(row => row.IsSure));

    public static readonly RowStatement<Overwritten> SendAgain = new(
        "joor stock overwritten send again",
        RowExpectation.Any,
        """
        update joor_stock s set
            pushed = null, pushed_mto = null, was_sent = s.was_sent and not r.is_sure,
            changed_at = case when s.is_dirty then s.changed_at else r.at end,
            is_dirty = not s.is_skipped and not (s.wanted_mto and s.day > '0001-01-01')
        from unnest($1, $2, $3, $4) as r(connection, push_id, is_sure, at)
        where s.connection = r.connection and s.push_id is distinct from r.push_id
        """,
        RowColumn.Text<Overwritten>(row => row.Connection),
        RowColumn.Id<Overwritten>(row => row.PushId),
        StockColumns.Flag<Overwritten>(row => row.IsSure),
        RowColumn.Time<Overwritten>(row => row.At));
}
