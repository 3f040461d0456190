using JoorBus.Persistence.Committing;

namespace JoorBus.Persistence.Outbox;

/// <summary>The statements of table <c>outbox</c>.</summary>
internal static class OutboxTable
{
    public const string Channel = "joorbus_outbox";

    private const string InsertSql =
        """
        insert into outbox (key, message_id, destination, content_type, body, headers, due_at)
        select * from unnest($1, $2, $3, $4, $5, $6, $7) on conflict do nothing
        """;

    private static readonly RowColumn<OutboxMessage>[] Columns =
    [
        RowColumn.Id<OutboxMessage>(message => message.Key),
        RowColumn.Id<OutboxMessage>(message => message.MessageId),
        RowColumn.Text<OutboxMessage>(message => message.Destination),
        RowColumn.Text<OutboxMessage>(message => message.ContentType),
        RowColumn.Bytes<OutboxMessage>(message => message.Body),
        RowColumn.Text<OutboxMessage>(message => message.Headers),
        RowColumn.Time<OutboxMessage>(message => message.DueAt),
    ];

    public static readonly RowStatement<OutboxMessage> Insert = new("outbox", RowExpectation.Any, InsertSql, Columns);

    /// <summary>Also wakes the sweepers, which may be asleep until a later message is due.</summary>
    public static readonly RowStatement<OutboxMessage> InsertDelayed = new(
        "outbox delayed",
        RowExpectation.Any,
        $"with written as ({InsertSql}) select pg_notify('{Channel}', '')",
        Columns);

    public const string Claim =
        """
        update outbox set due_at = $2, attempts = attempts + 1
        where key in (select key from outbox where due_at <= $1 order by due_at limit $3 for update skip locked)
        returning message_id, destination, content_type, body, headers, attempts
        """;

    public const string Delete = "delete from outbox where key = any($1)";

    public const string NextDue = "select min(due_at) from outbox";
}
