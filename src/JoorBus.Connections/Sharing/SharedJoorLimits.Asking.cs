using System.Globalization;
using JoorBus.Joor;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace JoorBus.Connections.Sharing;

public sealed partial class SharedJoorLimits
{
    /// <summary>How long even the impatient wait for this process's first connection.</summary>
    private static readonly TimeSpan StartPatience = TimeSpan.FromSeconds(2);

    // Null: it waits on.
    private async Task<JoorPermitAnswer?> TryAskAsync(LimitVisit visit, CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        var woken = visit.Renew();
        try
        {
            var holder = _keeper.HolderAsync();
            if (!holder.IsCompleted)
                await visit.RestAsync(holder, visit.Left > StartPatience ? visit.Left : StartPatience, cancellationToken);
            if (!holder.IsCompleted)
                return Later(LookAgain);
            var number = await holder;
            visit.Id ??= string.Create(CultureInfo.InvariantCulture, $"{number}.{Interlocked.Increment(ref _tickets)}");
            _wakers[visit.Id] = woken;
            return await AskAsync(visit, number, cancellationToken);
        }
        catch (NpgsqlException away) when (!cancellationToken.IsCancellationRequested)
        {
            Unasked(_log, visit.Request.Connection, away.Message);
            visit.Nap = LookAgain < visit.Left ? LookAgain : visit.Left;
            return visit.IsOver ? Later(LookAgain) : null;
        }
    }

    private async Task<JoorPermitAnswer?> AskAsync(LimitVisit visit, int holder, CancellationToken cancellationToken)
    {
        var request = visit.Request;
        var key = Known(request.Account);
        await using var rows = await LimitRows.LockAsync(
            _connections, [LimitSql.Account(key), LimitSql.Group(request.Group)], _revisions.Sql, request.Connection, cancellationToken);
        var state = new JoorLimitState(rows.Account(key), rows.Group(request.Group));
        if (Learn(state.Account))
        {
            await rows.DisposeAsync();
            return await AskAsync(visit, holder, cancellationToken);
        }
        if (rows.Revision > request.Revision)
            return new JoorPermitAnswer.Outdated();
        var waiter = request.ToWaiter(visit.Id!, holder, key, _arrivals.Of(visit.Arrived, rows.Now), rows.Now + visit.Left + Courtesy);
        (state, var decision) = JoorLimiting.Enter(state, waiter, _options, rows.Now);
        IReadOnlyList<string> wake = [];
        if (decision is JoorLimitDecision.Wait && rows.Now - state.Account.SweptAt > SweepPause)
            (state, decision, wake) = await SweepAsync(rows, state, waiter, cancellationToken);
        return await SettleAsync(visit, rows, state, decision, wake);
    }

    private async Task<JoorPermitAnswer?> SettleAsync(LimitVisit visit, LimitRows rows, JoorLimitState state, JoorLimitDecision decision, IReadOnlyList<string> wake)
    {
        var wasKnown = visit.IsKnown;
        visit.IsKnown = true;
        if (decision is JoorLimitDecision.Granted granted)
        {
            await SaveAsync(rows, state, wake, isUrgent: true);
            // Without the keeper's mark the others take the slot back: a permit from now on would be one too many.
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            visit.IsGranted = true;
            return new JoorPermitAnswer.Granted(new SharedPermit(this, visit.Request, visit.Id!), granted.CreditsLeft);
        }
        var wait = ((JoorLimitDecision.Wait)decision).Until - rows.Now;
        if (!visit.IsOver && !(wait > visit.Left))
        {
            await SaveAsync(rows, state, wake, isUrgent: false);
            visit.Nap = Nap(wait ?? LookAgain, visit.Left);
            return null;
        }
        visit.IsKnown = wasKnown;
        if (wake.Count > 0)
            await SaveAsync(rows, JoorLimiting.Withdraw(state, visit.Id!), wake, isUrgent: false);
        return Later(wait ?? TimeSpan.Zero);
    }

    private async Task<(JoorLimitState, JoorLimitDecision, IReadOnlyList<string>)> SweepAsync(
        LimitRows rows, JoorLimitState state, JoorWaiter waiter, CancellationToken cancellationToken)
    {
        var holders = state.Account.UnderWay.Select(permit => permit.Holder)
            .Concat(state.Group.UnderWay.Select(slot => slot.Holder))
            .Concat(state.Account.Waiters.Concat(state.Group.Waiters).Select(other => other.Holder))
            .Where(holder => holder != waiter.Holder).Distinct().ToList();
        var dead = holders.Count == 0 ? new HashSet<int>() : await rows.DeadAsync(holders, cancellationToken);
        if (dead.Count > 0)
            Swept(_log, state.Account.Key, dead.Count);
        state = JoorLimiting.Sweep(state, dead, _options, rows.Now);
        (state, var decision) = JoorLimiting.Enter(state, waiter, _options, rows.Now);
        return (state, decision, dead.Count == 0 ? [] : Ready(state, rows.Now));
    }

    private JoorPermitAnswer.NotBefore Later(TimeSpan wait) => new(_clock.GetUtcNow() + wait);

    private static TimeSpan Nap(TimeSpan wait, TimeSpan left)
    {
        var nap = wait < left ? wait : left;
        return nap < ShortestNap ? ShortestNap : nap > LongestNap ? LongestNap : nap;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "limits.unasked {Connection} {Reason}: waits for the database")]
    private static partial void Unasked(ILogger log, string connection, string reason);

    [LoggerMessage(Level = LogLevel.Information, Message = "limits.swept {Account}: {Count} processes are gone, their slots are free")]
    private static partial void Swept(ILogger log, string account, int count);
}
