using JoorBus.Persistence.Committing;

namespace JoorBus.Orders.Recording;

/// <summary>One line of an order's timeline.</summary>
/// <param name="OrderId">The order.</param>
/// <param name="At">When.</param>
/// <param name="Kind">Dotted, such as <c>joor-order.received</c>.</param>
/// <param name="Detail">For a person to read.</param>
/// <param name="MessageId">The message that caused it.</param>
public sealed record OrderStep(Guid OrderId, DateTimeOffset At, string Kind, string? Detail, Guid? MessageId)
{
    internal static readonly RowStatement<OrderStep> Insert = new(
        "order timeline",
        RowExpectation.Any,
        "insert into order_timeline (order_id, at, kind, detail, message_id) select * from unnest($1, $2, $3, $4, $5)",
        RowColumn.Id<OrderStep>(step => step.OrderId),
        RowColumn.Time<OrderStep>(step => step.At),
        RowColumn.Text<OrderStep>(step => step.Kind),
        RowColumn.Text<OrderStep>(step => step.Detail),
        new RowColumn<OrderStep, Guid?>(NpgsqlTypes.NpgsqlDbType.Uuid, step => step.MessageId));
}
