using JoorBus.Persistence.Committing;

namespace JoorBus.Inventory.Planning;

/// <summary>A warehouse's item as it is to be stored.</summary>
internal sealed record ItemRow(string Connection, KnownItem Item)
{
    public static readonly RowStatement<ItemRow> Store = new(
        "inventory items",
        RowExpectation.Any,
        """
        insert into inventory_items (connection, item, joor_item, reason, is_skipped) select * from unnest($1, $2, $3, $4, $5)
        on conflict (connection, item) do update set joor_item = excluded.joor_item, reason = excluded.reason, is_skipped = excluded.is_skipped
        """,
        RowColumn.Text<ItemRow>(row => row.Connection),
        RowColumn.Text<ItemRow>(row => row.Item.Item),
        RowColumn.Text<ItemRow>(row => row.Item.JoorItem),
        RowColumn.Text<ItemRow>(row => row.Item.Reason),
        StockColumns.Flag<ItemRow>(row => row.Item.IsSkipped));
}

/// <summary>A slot as planned. What was pushed, and by which request, is never written here.</summary>
/// <remarks>Npgsql sends the least date as -infinity; stored is 0001-01-01, so statements take the greater of the two.</remarks>
internal sealed record SlotRow(string Connection, Slot Slot, DateTimeOffset At)
{
    public static readonly RowStatement<SlotRow> Store = new(
        "joor stock",
        RowExpectation.Any,
        """
        insert into joor_stock as s (
            connection, joor_item, warehouse, day, sku, upc, style_number, style_identifier, color_code, size,
            wanted, wanted_mto, is_planned, is_skipped, changed_at, is_dirty, is_refused)
        select r.connection, r.joor_item, r.warehouse, greatest(r.day, '0001-01-01'), r.sku, r.upc, r.style_number, r.style_identifier, r.color_code, r.size,
            r.wanted, r.wanted_mto, r.is_planned, r.is_skipped, r.at, not r.is_skipped and not (r.wanted_mto and r.day > '0001-01-01'), false
        from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) as r(
            connection, joor_item, warehouse, day, sku, upc, style_number, style_identifier, color_code, size, wanted, wanted_mto, is_planned, is_skipped, at)
        on conflict (connection, joor_item, warehouse, day) do update set
            sku = excluded.sku, upc = excluded.upc, style_number = excluded.style_number, style_identifier = excluded.style_identifier,
            color_code = excluded.color_code, size = excluded.size,
            wanted = excluded.wanted, wanted_mto = excluded.wanted_mto, is_planned = excluded.is_planned, is_skipped = excluded.is_skipped,
            changed_at = case when s.is_dirty and not s.is_refused then s.changed_at else excluded.changed_at end,
            is_dirty = excluded.is_dirty and (s.push_id is not null or (s.pushed, s.pushed_mto) is distinct from (excluded.wanted, excluded.wanted_mto)),
            is_refused = s.is_refused and (s.wanted, s.wanted_mto) is not distinct from (excluded.wanted, excluded.wanted_mto),
            attempts = case when (s.wanted, s.wanted_mto) is distinct from (excluded.wanted, excluded.wanted_mto) then 0 else s.attempts end
        """,
        RowColumn.Text<SlotRow>(row => row.Connection),
        RowColumn.Text<SlotRow>(row => row.Slot.Key.JoorItem),
        RowColumn.Text<SlotRow>(row => row.Slot.Key.Warehouse),
        RowColumn.Day<SlotRow>(row => row.Slot.Key.Day),
        RowColumn.Text<SlotRow>(row => row.Slot.Names.Sku),
        RowColumn.Text<SlotRow>(row => row.Slot.Names.Upc),
        RowColumn.Text<SlotRow>(row => row.Slot.Names.StyleNumber),
        RowColumn.Text<SlotRow>(row => row.Slot.Names.StyleIdentifier),
        RowColumn.Text<SlotRow>(row => row.Slot.Names.ColorCode),
        RowColumn.Text<SlotRow>(row => row.Slot.Names.Size),
        RowColumn.Number<SlotRow>(row => row.Slot.Wanted.Quantity),
        StockColumns.Flag<SlotRow>(row => row.Slot.Wanted.IsMadeToOrder),
        StockColumns.Flag<SlotRow>(row => row.Slot.IsPlanned),
        StockColumns.Flag<SlotRow>(row => row.Slot.IsSkipped),
        RowColumn.Time<SlotRow>(row => row.At));
}

/// <summary>A slot that JOOR never heard of and nothing feeds.</summary>
internal sealed record GoneSlot(string Connection, SlotKey Key)
{
    public static readonly RowStatement<GoneSlot> Delete = new(
        "joor stock gone",
        RowExpectation.Any,
        """
        delete from joor_stock s using unnest($1, $2, $3, $4) as r(connection, joor_item, warehouse, day)
        where s.connection = r.connection and s.joor_item = r.joor_item and s.warehouse = r.warehouse and s.day = greatest(r.day, '0001-01-01') and not s.was_sent
        """,
        RowColumn.Text<GoneSlot>(row => row.Connection),
        RowColumn.Text<GoneSlot>(row => row.Key.JoorItem),
        RowColumn.Text<GoneSlot>(row => row.Key.Warehouse),
        RowColumn.Day<GoneSlot>(row => row.Key.Day));
}

/// <summary>A JOOR item to be planned again although no level changed.</summary>
internal sealed record Replan(string Connection, string JoorItem, string Requested = "0")
{
    /// <summary>A repeated wish gets a new number, so that one being planned right now is planned once more.</summary>
    public static readonly RowStatement<Replan> Want = new(
        "inventory replans want",
        RowExpectation.Any,
        """
        insert into inventory_replans (connection, joor_item) select distinct r.connection, r.joor_item from unnest($1, $2) as r(connection, joor_item)
        order by 1, 2 on conflict (connection, joor_item) do update set requested = pg_current_xact_id()
        """,
        RowColumn.Text<Replan>(row => row.Connection),
        RowColumn.Text<Replan>(row => row.JoorItem));

    public static readonly RowStatement<Replan> Done = new(
        "inventory replans done",
        RowExpectation.Any,
        """
        delete from inventory_replans p using unnest($1, $2, $3) as r(connection, joor_item, requested)
        where p.connection = r.connection and p.joor_item = r.joor_item and p.requested = r.requested::xid8
        """,
        RowColumn.Text<Replan>(row => row.Connection),
        RowColumn.Text<Replan>(row => row.JoorItem),
        RowColumn.Text<Replan>(row => row.Requested));
}
