using JoorBus.Persistence.Committing;

namespace JoorBus.Inventory.Subtracting;

/// <summary>The newest word on an order counts, whatever order the words come in; of one revision, its end.</summary>
internal sealed record OrderRevision(Guid OrderId, string Connection, int Revision, DateTimeOffset OrderedAt, bool IsClosed, string Units)
{
    /// <summary>One statement: the order's units are replaced, and the items it had or has are planned again. Older words change nothing.</summary>
    public static readonly RowStatement<OrderRevision> Store = new(
        "inventory orders",
        RowExpectation.Any,
        """
        with said as (
            select distinct on (order_id) * from unnest($1, $2, $3, $4, $5, $6) as r(order_id, connection, revision, ordered_at, is_closed, units)
            order by order_id, revision desc, is_closed desc),
        newest as (
            insert into inventory_order_revisions as v (order_id, connection, revision, is_closed) select order_id, connection, revision, is_closed from said
            on conflict (order_id) do update set revision = excluded.revision, is_closed = excluded.is_closed,
                connection = case when excluded.connection = '' then v.connection else excluded.connection end
            where v.revision < excluded.revision or (v.revision = excluded.revision and excluded.is_closed and not v.is_closed)
            returning order_id, connection as known),
        counted as (
            select s.order_id, n.known as connection, s.ordered_at, u.item, u.warehouse, u.quantity
            from newest n join said s on s.order_id = n.order_id, jsonb_to_recordset(s.units) as u(item text, warehouse text, quantity integer)),
        gone as (
            delete from inventory_orders o using newest n
            where o.order_id = n.order_id and not exists (
                select 1 from counted c where c.order_id = o.order_id and c.connection = o.connection and c.item = o.joor_item and c.warehouse = o.warehouse)
            returning o.connection, o.joor_item),
        kept as (
            insert into inventory_orders as o (connection, joor_item, warehouse, order_id, quantity, ordered_at)
            select connection, item, warehouse, order_id, quantity, ordered_at from counted
            on conflict (connection, joor_item, warehouse, order_id) do update set quantity = excluded.quantity
            returning o.connection, o.joor_item)
        insert into inventory_replans (connection, joor_item)
        select distinct connection, joor_item from (select * from gone union all select * from kept) as changed order by 1, 2
        on conflict (connection, joor_item) do update set requested = pg_current_xact_id()
        """,
        RowColumn.Id<OrderRevision>(row => row.OrderId),
        RowColumn.Text<OrderRevision>(row => row.Connection),
        RowColumn.Number<OrderRevision>(row => row.Revision),
        RowColumn.Time<OrderRevision>(row => row.OrderedAt),
        Planning.StockColumns.Flag<OrderRevision>(row => row.IsClosed),
        RowColumn.Json<OrderRevision>(row => row.Units));
}
