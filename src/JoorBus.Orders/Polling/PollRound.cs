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

    private readonly ConcurrentDictionary<string, bool> _unmarked = new();
    private readonly ConcurrentDictionary<string, DateTimeOffset> _farAt = new();

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
            await FinishAsync(new PollResult(taken.Lease, Checkpoint: null, started, started, Error: null), connection.Name, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task<DateTimeOffset> RunAsync(
        JoorOrderReader reader, JoorConnectionOptions connection, LeaseAnswer.Taken taken, DateTimeOffset started, CancellationToken cancellationToken)
    {
        var rules = new ImportRules(connection.Key, connection.Name, connection.StartDate ?? taken.FirstSeen, connection.OrderStatuses);
        var look = LookBack.At(connection.WindowOverlap, FarAt(connection.Key), started);
        var from = (taken.Checkpoint ?? rules.Start) - look.Back;
        var seen = await ReadAsync(reader, rules, from, started + Ahead, taken.Lease, cancellationToken).ConfigureAwait(false);
        if (look.IsFar && seen.Error is null)
        {
            _farAt[connection.Key] = started;
        }

        if (seen.Changed > 0)
        {
            _unmarked[connection.Key] = true;
        }

        if (seen.Error is null && connection.ExportMark == JoorExportMark.Page && IsUnmarked(connection.Key))
        {
            _unmarked[connection.Key] = !await marker.MarkAsync(reader, rules, Renewed(taken.Lease), cancellationToken).ConfigureAwait(false);
        }

        DateTimeOffset? checkpoint = seen.Error is null ? Earlier(started, seen.ServerTime) : null;
        var next = Later(PollTicks.AtOrBefore(started) + connection.PollInterval, seen.NotBefore);
        await FinishAsync(new PollResult(taken.Lease, checkpoint, started, next, seen.Error), connection.Name, cancellationToken).ConfigureAwait(false);
        Report(connection.Name, seen);
        return next;
    }

    private async Task<Seen> ReadAsync(
        JoorOrderReader reader, ImportRules rules, DateTimeOffset from, DateTimeOffset until, PollLease lease, CancellationToken cancellationToken)
    {
        var seen = new Seen(null, null, null, 0);
        foreach (var filter in rules.Filters)
        {
            var window = new WindowReading(reader, new JoorOrderWindow(filter, from, until));
            var error = await window.RunAsync(
                readings => pages.StoreAsync(readings, filter, rules, Renewed(lease), cancellationToken), cancellationToken).ConfigureAwait(false);
            seen = new Seen(error, window.NotBefore, seen.ServerTime ?? window.ServerTime, seen.Changed + window.Changed);
            if (error is not null)
            {
                break;
            }
        }

        return seen;
    }

    // Unknown after a start, so the first round looks once.
    private bool IsUnmarked(string connection) => _unmarked.GetValueOrDefault(connection, true);

    private DateTimeOffset? FarAt(string connection) => _farAt.TryGetValue(connection, out var at) ? at : null;

    private PollLease Renewed(PollLease lease) => lease with { Until = clock.GetUtcNow() + options.Value.PollLease };

    private static DateTimeOffset Earlier(DateTimeOffset ours, DateTimeOffset? theirs) => theirs < ours ? theirs.Value : ours;

    private static DateTimeOffset Later(DateTimeOffset planned, DateTimeOffset? notBefore) => notBefore > planned ? notBefore.Value : planned;

    private async Task FinishAsync(PollResult result, string name, CancellationToken cancellationToken)
    {
        var scope = scopes.CreateAsyncScope();
        await using (scope.ConfigureAwait(false))
        {
            var unit = scope.ServiceProvider.GetRequiredService<UnitOfWork>();
            unit.Write(PollResult.Store, result);
            if (await unit.CommitAsync(cancellationToken).ConfigureAwait(false) is CommitOutcome.Conflict)
            {
                LeaseLost(log, name);
            }
        }
    }

    private void Report(string connection, Seen seen)
    {
        if (seen is { Error: not null, NotBefore: { } until })
        {
            PollWaits(log, connection, until);
        }
        else if (seen.Error is not null)
        {
            PollFailed(log, connection, seen.Error);
        }
        else if (seen.Changed > 0)
        {
            Polled(log, connection, seen.Changed);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "orders.polled {Connection}: {Changed} orders new, changed or cancelled")]
    private static partial void Polled(ILogger log, string connection, int changed);

    [LoggerMessage(Level = LogLevel.Warning, Message = "orders.poll of {Connection} failed, its checkpoint stays: {Reason}")]
    private static partial void PollFailed(ILogger log, string connection, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "orders.poll of {Connection} took longer than its lease; another host goes on from the stored checkpoint")]
    private static partial void LeaseLost(ILogger log, string connection);

    [LoggerMessage(Level = LogLevel.Information, Message = "orders.poll of {Connection} waits for JOOR's credits until {Until}; its checkpoint stays")]
    private static partial void PollWaits(ILogger log, string connection, DateTimeOffset until);

    private sealed record Seen(string? Error, DateTimeOffset? NotBefore, DateTimeOffset? ServerTime, int Changed);
}
