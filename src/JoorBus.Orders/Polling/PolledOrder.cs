using JoorBus.Contracts.Orders;
using JoorBus.Persistence.Committing;
using NpgsqlTypes;

namespace JoorBus.Orders.Polling;

/// <summary>A row of <c>joor_orders</c>: one order of one connection, in its newest revision.</summary>
internal sealed record PolledOrder
{
    private const string Columns =
        "connection, joor_order_id, order_id, revision, content_hash, decision, reason, purchase_order, customer_code, customer_name, total, currency, modified_at, seen_at, content, row_version";

    /// <summary>Conflicts when somebody else stored the order since it was looked up.</summary>
    public static readonly RowStatement<PolledOrder> Store = new(
        "joor orders",
        RowExpectation.Each,
        $"""
        insert into joor_orders ({Columns}) select * from unnest($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
        on conflict (connection, joor_order_id) do update set
            revision = excluded.revision, content_hash = excluded.content_hash, decision = excluded.decision, reason = excluded.reason,
            purchase_order = excluded.purchase_order, customer_code = excluded.customer_code, customer_name = excluded.customer_name,
            total = excluded.total, currency = excluded.currency, modified_at = excluded.modified_at, content = excluded.content,
            marked_at = null, mark_refusal = null, refused_hash = null, row_version = excluded.row_version
        where joor_orders.row_version = excluded.row_version - 1 returning 1
        """,
        RowColumn.Text<PolledOrder>(row => row.Connection),
        RowColumn.Text<PolledOrder>(row => row.JoorOrderId),
        RowColumn.Id<PolledOrder>(row => row.OrderId),
        RowColumn.Number<PolledOrder>(row => row.Revision),
        RowColumn.Bytes<PolledOrder>(row => row.ContentHash),
        RowColumn.Text<PolledOrder>(row => row.Decision.ToString()),
        RowColumn.Text<PolledOrder>(row => row.Reason),
        RowColumn.Text<PolledOrder>(row => row.Order?.CustomerPurchaseOrder),
        RowColumn.Text<PolledOrder>(row => row.Order?.Customer.Code),
        RowColumn.Text<PolledOrder>(row => row.Order?.Customer.Name),
        new RowColumn<PolledOrder, decimal?>(NpgsqlDbType.Numeric, row => row.Order?.Total),
        RowColumn.Text<PolledOrder>(row => row.Order?.Currency),
        RowColumn.TimeOrNull<PolledOrder>(row => row.ModifiedAt ?? row.Order?.ModifiedAt),
        RowColumn.Time<PolledOrder>(row => row.SeenAt),
        RowColumn.Bytes<PolledOrder>(row => row.Content),
        RowColumn.Number<PolledOrder>(row => row.RowVersion));

    /// <summary>The connection's key.</summary>
    public required string Connection { get; init; }

    public required string JoorOrderId { get; init; }

    public required Guid OrderId { get; init; }

    public required int Revision { get; init; }

    public required byte[] ContentHash { get; init; }

    public required OrderDecision Decision { get; init; }

    public string? Reason { get; init; }

    public JoorOrder? Order { get; init; }

    public byte[]? Content { get; init; }

    /// <summary>Of an order that cannot be read; else the order says it.</summary>
    public DateTimeOffset? ModifiedAt { get; init; }

    public required DateTimeOffset SeenAt { get; init; }

    public required int RowVersion { get; init; }
}

/// <summary>Remembers when JOOR last touched an order that is still to be marked.</summary>
internal sealed record TouchedOrder(string Connection, string JoorOrderId, DateTimeOffset ModifiedAt)
{
    public static readonly RowStatement<TouchedOrder> Store = new(
        "joor orders touched",
        RowExpectation.Any,
        "update joor_orders o set modified_at = r.modified_at from unnest($1, $2, $3) as r(connection, id, modified_at) where o.connection = r.connection and o.joor_order_id = r.id",
        RowColumn.Text<TouchedOrder>(row => row.Connection),
        RowColumn.Text<TouchedOrder>(row => row.JoorOrderId),
        RowColumn.Time<TouchedOrder>(row => row.ModifiedAt));
}

/// <summary>An imported order whose newest version cannot be read: it stays as it was, with the reason beside it.</summary>
internal sealed record RefusedOrder(string Connection, string JoorOrderId, string Reason, byte[] Hash, int RowVersion)
{
    public static readonly RowStatement<RefusedOrder> Store = new(
        "joor orders refused",
        RowExpectation.Each,
        """
        update joor_orders o set reason = r.reason, refused_hash = r.hash, row_version = r.row_version
        from unnest($1, $2, $3, $4, $5) as r(connection, id, reason, hash, row_version)
        where o.connection = r.connection and o.joor_order_id = r.id and o.row_version = r.row_version - 1 returning 1
        """,
        RowColumn.Text<RefusedOrder>(row => row.Connection),
        RowColumn.Text<RefusedOrder>(row => row.JoorOrderId),
        RowColumn.Text<RefusedOrder>(row => row.Reason),
        RowColumn.Bytes<RefusedOrder>(row => row.Hash),
        RowColumn.Number<RefusedOrder>(row => row.RowVersion));
}
