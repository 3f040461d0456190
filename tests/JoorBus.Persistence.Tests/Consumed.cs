using JoorBus.Persistence.Committing;
using JoorBus.Persistence.Inbox;

namespace JoorBus.Persistence.Tests;

internal static class Consumed
{
    /// <summary>What a consumer's unit writes of its message.</summary>
    public static void Note(UnitOfWork unit, Guid messageId, string queue, DateTimeOffset now)
    {
        foreach (var entry in InboxEntry.For(messageId, queue, now))
        {
            unit.Write(InboxEntry.Insert, entry);
        }
    }
}
