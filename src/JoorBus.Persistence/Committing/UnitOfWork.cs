using JoorBus.Persistence.Outbox;
using Microsoft.Extensions.Options;

namespace JoorBus.Persistence.Committing;

/// <summary>
/// Everything one message or one poll changes: rows, documents, inbox entry, outgoing messages. Nothing is sent to the server
/// before <see cref="CommitAsync"/>, which stores all of it in one transaction or none of it.
/// </summary>
public sealed class UnitOfWork(GroupCommit commit, Outbox.Outbox outbox, IOptions<PersistenceOptions> options)
{
    private readonly List<OutboxMessage> messages = [];
    private SemaphoreSlim? gate;

    internal List<(RowStatement Statement, object Row)> Rows { get; } = [];

    internal List<DocumentChange> Changes { get; } = [];

    /// <summary>Messages that leave when the unit is stored.</summary>
    public IReadOnlyList<OutboxMessage> Messages => messages;

    internal TimeSpan Lease => options.Value.OutboxLease;

    internal bool IsOpen { get; private set; }

    /// <summary>Adds a row to write.</summary>
    public void Write<TRow>(RowStatement<TRow> statement, TRow row)
        where TRow : class =>
        Rows.Add((statement, row));

    /// <summary>Adds a change that the adapter of documents writes itself.</summary>
    public void Change(DocumentChange change) => Changes.Add(change);

    /// <summary>Adds a message to send after the commit.</summary>
    public void Send(OutboxMessage message)
    {
        messages.Add(message);
        Write(message.IsDelayed ? OutboxTable.InsertDelayed : OutboxTable.Insert, message);
    }

    /// <summary>Atomic: all or nothing. Throws only when the database cannot be reached or refuses a statement as such.</summary>
    public Task<CommitOutcome> CommitAsync(CancellationToken cancellationToken) =>
        Rows.Count == 0 && Changes.Count == 0
            ? Task.FromResult<CommitOutcome>(CommitOutcome.Committed.Instance)
            : commit.CommitAsync(this, cancellationToken);

    /// <summary>Hands the stored messages to the broker. What fails here is delivered by the sweeper.</summary>
    public Task DeliverAsync(CancellationToken cancellationToken) => outbox.DeliverAsync(messages, cancellationToken);

    internal void Open() => IsOpen = true;

    // Held until the unit is stored or given up: a message waiting for its next attempt holds nothing.
    internal async Task EnterAsync(DocumentGates gates, Guid documentId, CancellationToken cancellationToken) =>
        gate ??= await gates.EnterAsync(documentId, cancellationToken).ConfigureAwait(false);

    internal void Leave()
    {
        gate?.Release();
        gate = null;
    }

    // Another delivery already stored the same: nothing of this unit may leave.
    internal void Forget() => messages.Clear();
}
