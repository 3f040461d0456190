using System.Text.Json;
using JoorBus.Contracts.Orders;
using JoorBus.Persistence.Committing;

namespace JoorBus.Products.Removing;

/// <summary>What an order of JOOR holds, as far as a removal would touch it.</summary>
internal sealed record CountedOrder(Guid OrderId, string Connection, int Revision, bool IsOpen, string Lines)
{
    /// <summary>The newest revision counts, whatever the order of arrival; a shipment stays one.</summary>
    public static readonly RowStatement<CountedOrder> Store = new(
        "product orders",
        RowExpectation.Any,
        """
        insert into product_orders as o (order_id, connection, revision, is_open, is_shipped, styles, lines)
        select distinct on (order_id) order_id, connection, revision, is_open, false,
            array(select distinct l ->> 'Style' from jsonb_array_elements(lines) as l), lines
        from unnest($1, $2, $3, $4, $5) as r(order_id, connection, revision, is_open, lines) order by order_id, revision desc
        on conflict (order_id) do update set
            connection = excluded.connection, revision = excluded.revision, is_open = excluded.is_open, styles = excluded.styles, lines = excluded.lines
        where excluded.revision > o.revision
        """,
        RowColumn.Id<CountedOrder>(row => row.OrderId),
        RowColumn.Text<CountedOrder>(row => row.Connection),
        RowColumn.Number<CountedOrder>(row => row.Revision),
        new RowColumn<CountedOrder, bool>(NpgsqlTypes.NpgsqlDbType.Boolean, row => row.IsOpen),
        RowColumn.Json<CountedOrder>(row => row.Lines));

    public static CountedOrder Of(Guid orderId, string connection, int revision, JoorOrder order) => new(
        orderId, connection, revision, order.Status is JoorOrderStatus.Notes or JoorOrderStatus.Pending or JoorOrderStatus.Approved,
        JsonSerializer.Serialize([.. order.Lines.Select(CountedLine.Of).OfType<CountedLine>()], ProductsJson.Default.CountedLineArray));

    public static CountedOrder Cancelled(Guid orderId, string connection, int revision) => new(orderId, connection, revision, false, "[]");
}

/// <summary>A line of a counted order.</summary>
internal sealed record CountedLine(string Style, string? ColorCode, string? Size, int Units)
{
    /// <summary>Null for a line that names no style.</summary>
    public static CountedLine? Of(JoorOrderLine line) =>
        (line.StyleIdentifier ?? line.StyleNumber) is { Length: > 0 } style ? new(style, line.Color?.Code, line.Size?.Name, line.Quantity) : null;
}

/// <summary>An order that left the warehouse whole: a removal touches it no more.</summary>
internal sealed record ShippedOrder(Guid OrderId)
{
    public static readonly RowStatement<ShippedOrder> Store = new(
        "product orders shipped",
        RowExpectation.Any,
        """
        insert into product_orders (order_id, connection, revision, is_open, is_shipped, styles, lines)
        select distinct id, '', -1, false, true, '{}'::text[], '[]'::jsonb from unnest($1) as r(id) order by id
        on conflict (order_id) do update set is_shipped = true
        """,
        RowColumn.Id<ShippedOrder>(row => row.OrderId));
}
