using JoorBus.Inventory.Planning;
using JoorBus.Persistence.Committing;

namespace JoorBus.Inventory.Pushing;

/// <summary>A slot taken for a request, with the number that is sent.</summary>
internal sealed record ClaimedEntry(Slot Slot, int Attempts);

/// <summary>Marks a slot as taken. Fails where another request has it.</summary>
internal sealed record EntryClaim(string Connection, SlotKey Key, Guid PushId)
{
    public static readonly RowStatement<EntryClaim> Store = new(
        "joor stock claim",
        RowExpectation.Each,
        """
        update joor_stock s set push_id = r.push_id, is_dirty = false, was_sent = true, next_attempt_at = null
        from unnest($1, $2, $3, $4, $5) as r(connection, joor_item, warehouse, day, push_id)
        where s.connection = r.connection and s.joor_item = r.joor_item and s.warehouse = r.warehouse and s.day = greatest(r.day, '0001-01-01') and s.push_id is null returning 1
        """,
        RowColumn.Text<EntryClaim>(row => row.Connection),
        RowColumn.Text<EntryClaim>(row => row.Key.JoorItem),
        RowColumn.Text<EntryClaim>(row => row.Key.Warehouse),
        RowColumn.Day<EntryClaim>(row => row.Key.Day),
        RowColumn.Id<EntryClaim>(row => row.PushId));
}
