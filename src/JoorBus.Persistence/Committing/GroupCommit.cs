using JoorBus.Persistence.Inbox;
using Microsoft.Extensions.Options;
using Npgsql;

namespace JoorBus.Persistence.Committing;

/// <summary>
/// Stores units of work. Units that wait together share one transaction and one round trip; a unit that conflicts is taken out
/// and reported alone, so each unit stays atomic and none suffers from its neighbours.
/// </summary>
public sealed class GroupCommit
{
    private const string Conflict = "JB409";
    private readonly InboxPartitions partitions;
    private readonly GroupTransaction transaction;
    private readonly Drain<Pending> drain;

    public GroupCommit(Database database, InboxPartitions partitions, IOptions<PersistenceOptions> options, DocumentWriter? documents = null)
    {
        this.partitions = partitions;
        transaction = new GroupTransaction(database, documents);
        drain = new Drain<Pending>(options.Value.MaxUnitsPerCommit, options.Value.CommitLanes, StoreGroupAsync);
    }

    internal Task<CommitOutcome> CommitAsync(UnitOfWork unit, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var pending = new Pending(unit);
        drain.Add(pending);
        return pending.Outcome.Task;
    }

    private async Task StoreGroupAsync(IReadOnlyList<Pending> group)
    {
        if (group.Count > 1 && await TryStoreTogetherAsync(group).ConfigureAwait(false))
        {
            return;
        }

        foreach (var pending in group)
        {
            await StoreAloneAsync(pending).ConfigureAwait(false);
        }
    }

    private async Task<bool> TryStoreTogetherAsync(IReadOnlyList<Pending> group)
    {
        try
        {
            await transaction.StoreAsync([.. group.Select(pending => pending.Unit)]).ConfigureAwait(false);
        }
        catch (Exception refused) when (refused is PostgresException or DocumentConflictException)
        {
            return false;
        }
        catch (Exception fault)
        {
            // The connection broke: whether the server committed is unknown, and only the inbox can tell.
            foreach (var pending in group)
            {
                pending.Outcome.TrySetException(fault);
            }

            return true;
        }

        foreach (var pending in group)
        {
            pending.Outcome.TrySetResult(CommitOutcome.Committed.Instance);
        }

        return true;
    }

    private async Task StoreAloneAsync(Pending pending)
    {
        try
        {
            await transaction.StoreAsync([pending.Unit]).ConfigureAwait(false);
            pending.Outcome.TrySetResult(CommitOutcome.Committed.Instance);
        }
        catch (PostgresException conflict) when (conflict.SqlState == Conflict)
        {
            pending.Outcome.TrySetResult(conflict.MessageText == InboxEntry.StatementName
                ? CommitOutcome.AlreadyConsumed.Instance
                : new CommitOutcome.Conflict(conflict.MessageText));
        }
        catch (DocumentConflictException conflict)
        {
            pending.Outcome.TrySetResult(new CommitOutcome.Conflict(conflict.Statement));
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.DeadlockDetected && !pending.IsRepeated)
        {
            pending.IsRepeated = true;
            await StoreAloneAsync(pending).ConfigureAwait(false);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.CheckViolation && !pending.PartitionsMade)
        {
            pending.PartitionsMade = true;
            await MakePartitionsAndRepeatAsync(pending).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            pending.Outcome.TrySetException(fault);
        }
    }

    private async Task MakePartitionsAndRepeatAsync(Pending pending)
    {
        try
        {
            await partitions.EnsureAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            pending.Outcome.TrySetException(fault);
            return;
        }

        await StoreAloneAsync(pending).ConfigureAwait(false);
    }

    private sealed class Pending(UnitOfWork unit)
    {
        public UnitOfWork Unit { get; } = unit;

        public bool PartitionsMade { get; set; }

        public bool IsRepeated { get; set; }

        public TaskCompletionSource<CommitOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
