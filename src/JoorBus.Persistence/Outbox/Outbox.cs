using JoorBus.Persistence.Committing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Persistence.Outbox;

/// <summary>Hands stored messages to the broker and forgets them afterwards.</summary>
public sealed partial class Outbox
{
    private readonly Database database;
    private readonly IMessageDelivery delivery;
    private readonly TimeProvider clock;
    private readonly TimeSpan lease;
    private readonly ILogger<Outbox> log;
    private readonly Drain<Guid> deletions;

    public Outbox(Database database, IMessageDelivery delivery, TimeProvider clock, IOptions<PersistenceOptions> options, ILogger<Outbox> log)
    {
        this.database = database;
        this.delivery = delivery;
        this.clock = clock;
        this.log = log;
        lease = options.Value.OutboxLease;
        deletions = new Drain<Guid>(maxItems: 1000, lanes: 1, DeleteAsync);
    }

    /// <summary>Sends the messages at once, all confirms awaited together. A failure is left to the sweeper.</summary>
    internal async Task DeliverAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        if (messages.Count == 0)
        {
            return;
        }

        using var leaseEnd = new CancellationTokenSource(lease, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(leaseEnd.Token, cancellationToken);
        await Task.WhenAll(messages.Where(message => !message.IsDelayed).Select(message => DeliverAsync(message, either.Token))).ConfigureAwait(false);
    }

    private async Task DeliverAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await delivery.DeliverAsync(message, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            DeliveryFailed(log, message.MessageId, message.Destination, fault.Message);
            return;
        }

        deletions.Add(message.Key);
    }

    // A crash before the delete only sends the message again, and the receiver's inbox knows its id.
    private async Task DeleteAsync(IReadOnlyList<Guid> keys)
    {
        try
        {
            var command = database.Command(OutboxTable.Delete);
            await using (command.ConfigureAwait(false))
            {
                command.Parameters.AddWithValue(keys.ToArray());
                await command.ExecuteNonQueryAsync().ConfigureAwait(false);
            }
        }
        catch (Exception fault)
        {
            DeletionFailed(log, keys.Count, fault.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "outbox.delivery of {MessageId} to {Destination} failed: {Reason}; the sweeper delivers it")]
    private static partial void DeliveryFailed(ILogger log, Guid messageId, string destination, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "outbox.deletion of {Count} sent messages failed: {Reason}; they are sent once more and recognised")]
    private static partial void DeletionFailed(ILogger log, int count, string reason);
}
