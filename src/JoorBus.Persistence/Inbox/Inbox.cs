using JoorBus.Persistence.Committing;

namespace JoorBus.Persistence.Inbox;

/// <summary>Remembers which messages took effect on which queue (idempotent receiver).</summary>
public sealed class Inbox
{
    private readonly Database database;
    private readonly Coalescer<(Guid MessageId, string Queue), bool> lookups;

    public Inbox(Database database)
    {
        this.database = database;
        lookups = new Coalescer<(Guid MessageId, string Queue), bool>(FindAsync, maxKeys: 200);
    }

    /// <summary>True when the message took effect on this queue within the retention.</summary>
    public Task<bool> HasConsumedAsync(Guid messageId, string queue) => lookups.GetAsync((messageId, queue));

    private async Task<Func<(Guid MessageId, string Queue), bool>> FindAsync(IReadOnlyList<(Guid MessageId, string Queue)> keys)
    {
        var seen = new HashSet<(Guid, string)>();
        var command = database.Lookup("select message_id, queue from inbox where message_id = any($1)");
        await using (command.ConfigureAwait(false))
        {
            command.Parameters.AddWithValue(keys.Select(key => key.MessageId).ToArray());
            var reader = await command.ExecuteReaderAsync().ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync().ConfigureAwait(false))
                {
                    seen.Add((reader.GetGuid(0), reader.GetString(1)));
                }
            }
        }

        return seen.Contains;
    }
}
