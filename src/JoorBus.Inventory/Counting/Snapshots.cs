using JoorBus.Persistence;

namespace JoorBus.Inventory.Counting;

/// <summary>Full counts, and a person's word on those that wait for it.</summary>
public sealed class Snapshots(Database database, TimeProvider clock)
{
    private const int Most = 1000;

    /// <summary>The newest ones first, at most 1,000.</summary>
    public async Task<IReadOnlyList<Snapshot>> ListAsync(CancellationToken cancellationToken)
    {
        var snapshots = new List<Snapshot>();
        var command = database.Command($"select {SnapshotTable.Columns} from inventory_snapshots order by coalesce(started_at, completed_at) desc, snapshot limit {Most}");
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    snapshots.Add(SnapshotTable.Read(reader));
                }
            }
        }

        return snapshots;
    }

    /// <summary>Atomic: a held count is applied as it stands now, whatever vanishes.</summary>
    public Task<SnapshotOutcome> ReleaseAsync(string id, string by, CancellationToken cancellationToken) =>
        DecideAsync(id, [SnapshotState.Held], async visit => Decided(visit.Snapshot, by) with
        {
            State = SnapshotState.Applied,
            Removed = await visit.RemoveAsync(clock.GetUtcNow(), cancellationToken).ConfigureAwait(false),
        }, cancellationToken);

    /// <summary>Atomic: nothing is removed by this count, now or later.</summary>
    public Task<SnapshotOutcome> DiscardAsync(string id, string by, CancellationToken cancellationToken) =>
        DecideAsync(
            id,
            [SnapshotState.Held, SnapshotState.Started, SnapshotState.Completed],
            visit => Task.FromResult(Decided(visit.Snapshot, by) with { State = SnapshotState.Discarded }),
            cancellationToken);

    private Snapshot Decided(Snapshot snapshot, string by) => snapshot with { DecidedAt = clock.GetUtcNow(), DecidedBy = by };

    private async Task<SnapshotOutcome> DecideAsync(string id, SnapshotState[] allowed, Func<SnapshotVisit, Task<Snapshot>> decide, CancellationToken cancellationToken)
    {
        var visit = await SnapshotVisit.EnterAsync(database, id, skipsLocked: false, cancellationToken).ConfigureAwait(false);
        if (visit is null)
        {
            return SnapshotOutcome.NotFound.Instance;
        }

        await using (visit.ConfigureAwait(false))
        {
            if (!allowed.Contains(visit.Snapshot.State))
            {
                return new SnapshotOutcome.NotAllowed(visit.Snapshot);
            }

            await visit.SaveAsync(await decide(visit).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
            await visit.CommitAsync(cancellationToken).ConfigureAwait(false);
            return new SnapshotOutcome.Done(visit.Snapshot);
        }
    }
}

/// <summary>How a person's word on a count ended.</summary>
public abstract record SnapshotOutcome
{
    private SnapshotOutcome()
    {
    }

    /// <summary>Done; the count as it is now.</summary>
    public sealed record Done(Snapshot Snapshot) : SnapshotOutcome;

    /// <summary>No count has that id.</summary>
    public sealed record NotFound : SnapshotOutcome
    {
        public static readonly NotFound Instance = new();
    }

    /// <summary>Its state does not allow it; nothing changed.</summary>
    public sealed record NotAllowed(Snapshot Snapshot) : SnapshotOutcome;
}
