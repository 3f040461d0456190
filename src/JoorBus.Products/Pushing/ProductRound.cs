using System.Collections.Concurrent;
using JoorBus.Joor;
using JoorBus.Products.Reconciling;
using JoorBus.Products.Setting;
using JoorBus.Products.Storing;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Products.Pushing;

/// <summary>One turn of a connection: what changed becomes dirty, what is dirty is planned and sent, batch after batch.</summary>
internal sealed partial class ProductRound(
    WorkerStore workers,
    ProductStore products,
    PushStore store,
    ProductSettingsStore settingsStore,
    ProductPreparing preparing,
    ProductSettling settling,
    JoorClients clients,
    FactsReading factsReading,
    FactsCache facts,
    ProductCredits credits,
    ProductReconciling reconciling,
    IOptions<ProductOptions> options,
    IOptions<JoorOptions> joorOptions,
    TimeProvider clock,
    ILogger<ProductRound> log)
{
    // How soon to look again for what other transactions still hide.
    private static readonly TimeSpan Behind = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Rest> _rests = new(StringComparer.Ordinal);

    private long _pushes;

    /// <summary>Returns when the connection's next turn is; null for as soon as something changes.</summary>
    public async Task<DateTimeOffset?> RunAsync(JoorConnectionOptions connection, string owner, CancellationToken cancellationToken)
    {
        var settings = await settingsStore.LoadAsync(connection.Key, cancellationToken);
        if (!settings.IsOn)
            return null;
        var now = clock.GetUtcNow();
        var lengths = LeaseLengths.Of(connection, joorOptions.Value, options.Value.WorkerLease);
        if (await workers.TakeAsync(connection.Key, owner, now, now + lengths.Request, cancellationToken) is not { } state)
            return now + options.Value.LookInterval;
        var guard = new LeaseGuard(state.Lease, workers, lengths, clock);
        var end = new RoundEnd(null, null);
        try
        {
            end = await guard.WithinAsync(token => RunAsync(new Turn(connection, settings, guard, clients.For(connection.Key)), state, token), cancellationToken);
            return end.NextAt;
        }
        catch (LeaseLostException lost)
        {
            Lost(log, connection.Name, lost.Message);
            return clock.GetUtcNow() + options.Value.LookInterval;
        }
        finally
        {
            if (!guard.IsRequesting)
                await workers.ReleaseAsync(guard.Lease, end.NextAt, end.Error, CancellationToken.None);
        }
    }

    private async Task<RoundEnd> RunAsync(Turn turn, WorkerState state, CancellationToken cancellationToken)
    {
        var end = await PushDueAsync(turn, cancellationToken);
        // Drift that was found is healed at once.
        while (end.Error is null && reconciling.IsDue(turn.Settings, state))
        {
            var (next, obstacle) = await reconciling.StepAsync(turn, state, cancellationToken);
            if (obstacle is not null)
                return new RoundEnd(NextAt(obstacle, 0), $"reconciling: {obstacle.Sentence}");
            state = next;
            end = await PushDueAsync(turn, cancellationToken);
        }

        return end;
    }

    private async Task<RoundEnd> PushDueAsync(Turn turn, CancellationToken cancellationToken)
    {
        var isBehind = await workers.FollowAsync(turn.Guard.Lease, turn.Settings.Version, cancellationToken);
        await FinishJobsAsync(turn, cancellationToken);
        while (await products.DueAsync(turn.Connection.Key, clock.GetUtcNow(), turn.Settings.MaxStylesPerRequest, cancellationToken) is { Count: > 0 } due)
        {
            if (await RestAsync(turn, due.Count, cancellationToken) is { } rest)
                return new RoundEnd(rest.Until, rest.Sentence);
            var before = await credits.LeftAsync(turn.Connection, turn.Settings, cancellationToken);
            var (known, obstacle) = await factsReading.ReadAsync(turn.Client, turn.Connection.ApiVersion, turn.Guard, cancellationToken);
            obstacle ??= await PushAsync(turn, await preparing.PrepareAsync(due, turn.Connection, turn.Settings, known, cancellationToken), cancellationToken);
            if (obstacle is not null)
            {
                Waits(log, turn.Connection.Name, obstacle.Sentence);
                if (obstacle.Until is { } until)
                    _rests[turn.Connection.Key] = new Rest(until, obstacle.Sentence);
                return new RoundEnd(NextAt(obstacle, due.Max(dirty => dirty.Attempts)), obstacle.Sentence);
            }

            if (before is not null && await credits.LeftAsync(turn.Connection, turn.Settings, cancellationToken) is { } left)
                _rests[turn.Connection.Key] = new Rest(clock.GetUtcNow() + left.RestAfter(before), null);
        }

        return new RoundEnd(isBehind ? clock.GetUtcNow() + Behind : await products.NextDueAsync(turn.Connection.Key, cancellationToken), null);
    }

    // Nothing is read that could not be followed by a write. A whole batch gains nothing by gathering more.
    private async Task<Rest?> RestAsync(Turn turn, int due, CancellationToken cancellationToken)
    {
        if (_rests.TryGetValue(turn.Connection.Key, out var rest) && rest.Until > clock.GetUtcNow()
            && (rest.Sentence is not null || due < turn.Settings.MaxStylesPerRequest))
        {
            return rest;
        }

        var reads = facts.Find(turn.Connection.Key) is null ? FactsReading.ListsOf(turn.Connection.ApiVersion) : 0;
        if (await credits.WaitUntilAsync(turn.Connection, turn.Settings, reads, cancellationToken) is not { } until)
            return null;
        Waits(log, turn.Connection.Name, ProductCredits.UsedUp);
        return _rests[turn.Connection.Key] = new Rest(until, ProductCredits.UsedUp);
    }

    private async Task<CallFate.Later?> PushAsync(Turn turn, IReadOnlyList<PushStyle> styles, CancellationToken cancellationToken)
    {
        var push = new ProductPush
        {
            Id = ProductIds.Push(turn.Connection.Key, turn.Guard.Lease.Epoch, Interlocked.Increment(ref _pushes)),
            Connection = turn.Connection.Key,
            State = ProductPushState.Planned,
            StartedAt = clock.GetUtcNow(),
            Styles = [],
        };
        var progress = new PushProgress(push, store, turn.Guard);
        var batch = new PushBatch(turn.Connection, turn.Settings, turn.Sending(progress, facts, options, clock), turn.Reading(facts), progress, facts, credits);
        // Only what has something to send is worth asking JOOR about, and what an earlier push left open.
        var unread = styles.Where(style => style.NeedsReading).ToList();
        var obstacle = await WaitAsync(turn, unread, cancellationToken) ?? await batch.ReadAsync(unread, cancellationToken);
        var busy = styles.Where(style => style.Left > 0 || (obstacle is not null && unread.Contains(style))).ToList();
        if (obstacle is not null)
        {
            await settling.PostponeAsync(busy, obstacle, NextAt(obstacle, busy.Max(style => style.Dirty.Attempts)), turn.Guard, null, cancellationToken);
            return obstacle;
        }

        if (styles.Except(busy).ToList() is { Count: > 0 } idle)
            await settling.SettleAsync(idle, turn.Guard, null, cancellationToken);
        return busy.Count == 0 ? null : await SendAsync(turn, batch, progress, busy, cancellationToken);
    }

    private async Task<CallFate.Later?> SendAsync(Turn turn, PushBatch batch, PushProgress progress, List<PushStyle> styles, CancellationToken cancellationToken)
    {
        if (await WaitAsync(turn, [], cancellationToken) is { } wait)
        {
            await settling.PostponeAsync(styles, wait, NextAt(wait, 0), turn.Guard, null, cancellationToken);
            return wait;
        }

        await progress.BeginAsync(styles, cancellationToken);
        var obstacle = await batch.RunAsync(styles, cancellationToken);
        if (obstacle is null)
            await settling.SettleAsync(styles, turn.Guard, progress, cancellationToken);
        else
            await settling.PostponeAsync(styles, obstacle, NextAt(obstacle, styles.Max(style => style.Dirty.Attempts)), turn.Guard, progress, cancellationToken);
        Pushed(log, turn.Connection.Name, styles.Count, progress.Push.CallsTaken, progress.Push.CallsRefused);
        return obstacle;
    }

    private async Task<CallFate.Later?> WaitAsync(Turn turn, IReadOnlyList<PushStyle> unread, CancellationToken cancellationToken) =>
        await credits.WaitUntilAsync(turn.Connection, turn.Settings, ReadingCost.Of(unread, turn.Connection.ApiVersion), cancellationToken) is { } until
            ? new CallFate.Later(ProductCredits.UsedUp, until)
            : null;

    // A job that a host left behind may still be running: what it does comes before anything new.
    private async Task FinishJobsAsync(Turn turn, CancellationToken cancellationToken)
    {
        foreach (var left in await store.OpenAsync(turn.Connection.Key, cancellationToken))
        {
            var progress = new PushProgress(left, store, turn.Guard);
            if (left is { State: ProductPushState.AwaitingJob, JobId: { } job })
                await new StyleJobs(turn.Client, progress, options, clock).AwaitAsync(new JoorJob { Id = job, Records = left.JobRecords }, cancellationToken);
            await progress.StoreAsync(
                (_, push) => push with { State = ProductPushState.Failed, EndedAt = clock.GetUtcNow(), Error = "its host ended before it; its styles go in another push" },
                cancellationToken);
        }
    }

    private DateTimeOffset NextAt(CallFate.Later obstacle, int attempts)
    {
        var delay = options.Value.RetryDelay * Math.Pow(2, Math.Min(attempts, 12));
        return obstacle.Until ?? clock.GetUtcNow() + (delay < LongestDelay ? delay : LongestDelay);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "products.pushed {Connection}: {Styles} styles, {Taken} calls taken, {Refused} refused")]
    private static partial void Pushed(ILogger log, string connection, int styles, int taken, int refused);

    [LoggerMessage(Level = LogLevel.Warning, Message = "products.push of {Connection} waits: {Reason}")]
    private static partial void Waits(ILogger log, string connection, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "products.push of {Connection} stopped: {Reason}")]
    private static partial void Lost(ILogger log, string connection, string reason);

    // Without a sentence changes are gathered, so that credits last.
    private sealed record Rest(DateTimeOffset Until, string? Sentence);

    private sealed record RoundEnd(DateTimeOffset? NextAt, string? Error);
}
