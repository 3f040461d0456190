using System.Collections.Concurrent;
using JoorBus.Joor;
using JoorBus.Orders.Acknowledging;
using JoorBus.Persistence.Committing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace JoorBus.Orders.Polling;

/// <summary>One round over one connection: read what changed, store it, move the checkpoint, mark in JOOR.</summary>
public sealed partial class PollRound(
    PageStore pages, ExportMarker marker, IServiceScopeFactory scopes, IOptions<OrdersOptions> options, TimeProvider clock, ILogger<PollRound> log)
{
    // Reading reaches past our own clock, so that a slow clock hides nothing; the checkpoint never passes JOOR's.
    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, bool> unmarked = new();

    /// <summary>Runs the round; returns when the next one is due.</summary>
    public async Task<DateTimeOffset> RunAsync(JoorOrderReader reader, JoorConnectionOptions connection, LeaseAnswer.Taken taken, CancellationToken cancellationToken)
    {
        var started = clock.GetUtcNow();
        try
        {
            return await RunAsync(reader, connection, taken, started, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // This host stops: another one may go on at once.
            await FinishAsync(new PollResult(taken.Lease, Checkpoint: null, started, started, Error: null), CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<DateTimeOffset> RunAsync(
        JoorOrderReader reader, JoorConnectionOptions connection, LeaseAnswer.Taken taken, DateTimeOffset started, CancellationToken cancellationToken)
    {
        var rules = new ImportRules(connection.Name, connection.StartDate ?? taken.FirstSeen, connection.OrderStatuses);
        var from = (taken.Checkpoint ?? rules.Start) - connection.WindowOverlap;
        var (error, serverTime, changed) = await ReadAsync(reader, rules, from, started + Ahead, taken.Lease, cancellationToken).ConfigureAwait(false);
        if (changed > 0)
        {
            unmarked[connection.Name] = true;
        }

        if (error is null && connection.ExportMark == JoorExportMark.Page && IsUnmarked(connection.Name))
        {
            unmarked[connection.Name] = !await marker.MarkAsync(reader, connection, rules, Renewed(taken.Lease), cancellationToken).ConfigureAwait(false);
        }

        DateTimeOffset? checkpoint = error is null ? Earlier(started, serverTime) : null;
        var next = started + connection.PollInterval;
        await FinishAsync(new PollResult(taken.Lease, checkpoint, started, next, error), cancellationToken).ConfigureAwait(false);
        Report(connection.Name, changed, error);
        return next;
    }

    private async Task<(string? Error, DateTimeOffset? ServerTime, int Changed)> ReadAsync(
        JoorOrderReader reader, ImportRules rules, DateTimeOffset from, DateTimeOffset until, PollLease lease, CancellationToken cancellationToken)
    {
        var changed = 0;
        DateTimeOffset? serverTime = null;
        foreach (var filter in rules.Filters)
        {
            var window = new WindowReading(reader, filter, from, until);
            var error = await window.RunAsync(
                readings => pages.StoreAsync(readings, filter, rules, Renewed(lease), cancellationToken), cancellationToken).ConfigureAwait(false);
            changed += window.Changed;
            serverTime ??= window.ServerTime;
            if (error is not null)
            {
                return (error, serverTime, changed);
            }
        }

        return (null, serverTime, changed);
    }

    // Unknown after a start, so the first round looks once.
    private bool IsUnmarked(string connection) => unmarked.GetValueOrDefault(connection, true);

    private PollLease Renewed(PollLease lease) => lease with { Until = clock.GetUtcNow() + options.Value.PollLease };

    private static DateTimeOffset Earlier(DateTimeOffset ours, DateTimeOffset? theirs) => theirs < ours ? theirs.Value : ours;

    private async Task FinishAsync(PollResult result, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            unit.Write(PollResult.Store, result);
            if (await unit.CommitAsync(cancellationToken).ConfigureAwait(false) is CommitOutcome.Conflict)
            {
                LeaseLost(log, result.Lease.Connection);
            }
        }
    }

    private void Report(string connection, int changed, string? error)
    {
        if (error is not null)
        {
            PollFailed(log, connection, error);
        }
        else if (changed > 0)
        {
            Polled(log, connection, changed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "orders.polled {Connection}: {Changed} orders new, changed or cancelled")]
    private static partial void Polled(ILogger log, string connection, int changed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "orders.poll of {Connection} failed, its checkpoint stays: {Reason}")]
    private static partial void PollFailed(ILogger log, string connection, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "orders.poll of {Connection} took longer than its lease; another host goes on from the stored checkpoint")]
    private static partial void LeaseLost(ILogger log, string connection);
}
