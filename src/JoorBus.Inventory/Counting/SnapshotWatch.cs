using JoorBus.Persistence;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;

namespace JoorBus.Inventory.Counting;

/// <summary>Decides completed counts: at once when something of them comes, and by a look every few seconds.</summary>
internal sealed partial class SnapshotWatch(Database database, IOptions<InventoryOptions> options, TimeProvider clock, ILogger<SnapshotWatch> log) : BackgroundService
{
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(1);

    /// <summary>Looks at every completed count once; one that another host is at is left to it.</summary>
    public async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var id in await SnapshotTable.OpenAsync(database, cancellationToken).ConfigureAwait(false))
        {
            var visit = await SnapshotVisit.EnterAsync(database, id, skipsLocked: true, cancellationToken).ConfigureAwait(false);
            if (visit is not null)
            {
                await using (visit.ConfigureAwait(false))
                {
                    await DecideAsync(visit, cancellationToken).ConfigureAwait(false);
                }
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await ListenAsync(stoppingToken).ConfigureAwait(false);
            }
            catch (Exception fault) when (!stoppingToken.IsCancellationRequested)
            {
                Failed(log, fault.Message);
                await Task.Delay(AfterFailure, clock, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ListenAsync(CancellationToken stoppingToken)
    {
        var connection = await database.OpenAsync(stoppingToken).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            var listen = new NpgsqlCommand($"listen {InventoryWakeUp.Channel}", connection);
            await using (listen.ConfigureAwait(false))
            {
                await listen.ExecuteNonQueryAsync(stoppingToken).ConfigureAwait(false);
            }

            while (true)
            {
                await LookAsync(stoppingToken).ConfigureAwait(false);
                // Levels wake it many times a second while a count comes in; to count each time would cost more than it tells.
                await Task.Delay(Pause, clock, stoppingToken).ConfigureAwait(false);
                await connection.WaitAsync(LookEvery, stoppingToken).ConfigureAwait(false);
            }
        }
    }

    private async Task DecideAsync(SnapshotVisit visit, CancellationToken cancellationToken)
    {
        var (now, before) = (clock.GetUtcNow(), visit.Snapshot);
        if (before.State != SnapshotState.Completed)
        {
            return;
        }

        var told = await visit.CountAsync(cancellationToken).ConfigureAwait(false);
        var counted = before with { Counted = told, ProgressedAt = told > before.Counted ? now : before.ProgressedAt };
        var facts = new SnapshotFacts(counted.StartedAt is not null, counted.LevelCount ?? 0, told, 0, 0, counted.ProgressedAt);
        if (facts.IsWhole)
        {
            var (stocked, vanishing) = await visit.LossAsync(cancellationToken).ConfigureAwait(false);
            facts = facts with { Stocked = stocked, Vanishing = vanishing };
        }

        var decision = SnapshotDeciding.Decide(facts, options.Value.MaxSnapshotLoss, options.Value.SnapshotPatience, now);
        var after = decision switch
        {
            SnapshotDecision.Apply => counted with { State = SnapshotState.Applied, Removed = await visit.RemoveAsync(now, cancellationToken).ConfigureAwait(false), DecidedAt = now },
            SnapshotDecision.Hold hold => counted with { State = SnapshotState.Held, Reason = hold.Reason, DecidedAt = now },
            SnapshotDecision.GiveUp gone => counted with { State = SnapshotState.Incomplete, Reason = gone.Reason, DecidedAt = now },
            _ => counted,
        };
        if (after != before)
        {
            await visit.SaveAsync(after, cancellationToken).ConfigureAwait(false);
            await visit.CommitAsync(cancellationToken).ConfigureAwait(false);
            Tell(after);
        }
    }

    private void Tell(Snapshot snapshot)
    {
        switch (snapshot.State)
        {
            case SnapshotState.Applied:
                Applied(log, snapshot.Id, snapshot.Counted, snapshot.Removed ?? 0);
                break;
            case SnapshotState.Held or SnapshotState.Incomplete:
                NotApplied(log, snapshot.Id, snapshot.State, snapshot.Reason);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "inventory.snapshot-applied {Snapshot}: {Counted} levels told, {Removed} others are 0 now")]
    private static partial void Applied(ILogger log, string snapshot, int counted, int removed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "inventory.snapshot-not-applied {Snapshot} is {State}: {Reason}")]
    private static partial void NotApplied(ILogger log, string snapshot, SnapshotState state, string? reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "inventory.snapshot-watch failed: {Reason}; it goes on in a second")]
    private static partial void Failed(ILogger log, string reason);
}
