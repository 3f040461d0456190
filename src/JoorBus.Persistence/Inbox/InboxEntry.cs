using JoorBus.Persistence.Committing;

namespace JoorBus.Persistence.Inbox;

/// <summary>A message that took effect on a queue, remembered under a day.</summary>
public sealed record InboxEntry(Guid MessageId, string Queue, DateOnly Day)
{
    internal const string StatementName = "inbox";

    private static readonly TimeSpan Seam = TimeSpan.FromMinutes(1);

    internal static readonly RowStatement<InboxEntry> Insert = new(
        StatementName,
        RowExpectation.Each,
        "insert into inbox (message_id, queue, day) select * from unnest($1, $2, $3) on conflict do nothing returning 1",
        RowColumn.Id<InboxEntry>(entry => entry.MessageId),
        RowColumn.Text<InboxEntry>(entry => entry.Queue),
        RowColumn.Day<InboxEntry>(entry => entry.Day));

    /// <summary>
    /// The entries that make a second consumption conflict. A key is unique within a day's partition only, so around midnight
    /// both days get one: two hosts whose clocks differ by up to a minute still meet.
    /// </summary>
    public static IEnumerable<InboxEntry> For(Guid messageId, string queue, DateTimeOffset now)
    {
        var first = DateOnly.FromDateTime(now.Add(-Seam).UtcDateTime);
        var last = DateOnly.FromDateTime(now.Add(Seam).UtcDateTime);
        yield return new InboxEntry(messageId, queue, first);
        if (last != first)
        {
            yield return new InboxEntry(messageId, queue, last);
        }
    }
}
