using JoorBus.Joor;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace JoorBus.Connections.Sharing;

public sealed partial class SharedJoorLimits
{
    private static readonly TimeSpan DrainLook = TimeSpan.FromMilliseconds(200);

    /// <summary>Never throws for an absent database: the permit is given back when it is there again.</summary>
    internal async Task LeaveAsync(JoorPermitRequest request, string id, JoorPermitEnd end)
    {
        if (!await TryLeaveAsync(request, id, end))
            _ = LeaveLaterAsync(request, id, end);
    }

    private async Task LeaveLaterAsync(JoorPermitRequest request, string id, JoorPermitEnd end)
    {
        do
            await Task.Delay(LookAgain, _clock, CancellationToken.None);
        while (!_stopping.IsCancellationRequested && !await TryLeaveAsync(request, id, end));
    }

    private async Task<bool> TryLeaveAsync(JoorPermitRequest request, string id, JoorPermitEnd end)
    {
        try
        {
            await LeaveOnceAsync(request, id, end);
            return true;
        }
        catch (Exception away) when (away is NpgsqlException or ObjectDisposedException)
        {
            Unreturned(_log, request.Connection, away.Message);
            return away is ObjectDisposedException;
        }
    }

    private async Task LeaveOnceAsync(JoorPermitRequest request, string id, JoorPermitEnd end)
    {
        var key = Known(request.Account);
        var revealed = Known(end.RevealedAccount ?? key);
        string[] keys = [.. new[] { LimitSql.Account(key), LimitSql.Account(revealed), LimitSql.Group(request.Group) }.Distinct()];
        await using var rows = await LimitRows.LockAsync(_connections, keys, ConnectionRevisions.None.Sql, request.Connection, CancellationToken.None);
        var (account, other) = (rows.Account(key), rows.Account(revealed));
        if (Learn(account) | Learn(other))
        {
            await rows.DisposeAsync();
            await LeaveOnceAsync(request, id, end);
            return;
        }
        JoorAccountState? alias = null;
        if (revealed != key)
            (alias, account) = JoorLimiting.Merge(account, other, _options, rows.Now);
        var state = JoorLimiting.Leave(new(account, rows.Group(request.Group)), id, end, _options, rows.Now);
        await SaveAsync(rows, JoorLimiting.Withdraw(state, id), Ready(state, rows.Now), isUrgent: end.Exhausted is not null || alias is not null, alias);
        if (end.Exhausted is not null)
            Exhausted(_log, account.Key, state.Account.BlockedUntil);
        if (alias is not null)
            Merged(_log, key, revealed);
    }

    // A permit of which nobody knows whether it was granted is given back unused.
    private async Task GiveUpAsync(LimitVisit visit)
    {
        if (visit.Id is null)
            return;
        _wakers.TryRemove(visit.Id, out _);
        if (visit is { IsKnown: true, IsGranted: false })
            await LeaveAsync(visit.Request, visit.Id, new JoorPermitEnd { IsNeverSent = true });
    }

    private async Task SaveAsync(LimitRows rows, JoorLimitState state, IReadOnlyList<string> wake, bool isUrgent, JoorAccountState? alias = null)
    {
        var changes = new List<NpgsqlBatchCommand>
        {
            LimitSql.Saving(LimitSql.Account(state.Account.Key), state.Account, LimitJson.Default.JoorAccountState),
            LimitSql.Saving(LimitSql.Group(state.Group.Key), state.Group, LimitJson.Default.JoorGroupState),
        };
        if (alias is not null)
            changes.Add(LimitSql.Saving(LimitSql.Account(alias.Key), alias, LimitJson.Default.JoorAccountState));
        await rows.SaveAsync(changes, [.. wake.Where(id => !_wakers.ContainsKey(id))], isUrgent);
        foreach (var id in wake)
            Wake(id);
    }

    private List<string> Ready(JoorLimitState state, DateTimeOffset now) => [.. JoorLimiting.Ready(state, _options, now).Select(waiter => waiter.Id)];

    private void Wake(string id)
    {
        if (_wakers.TryGetValue(id, out var waker))
            waker.TrySetResult();
    }

    private string Known(string account)
    {
        while (_aliases.TryGetValue(account, out var other))
            account = other;
        return account;
    }

    private bool Learn(JoorAccountState account)
    {
        if (account.AliasOf is { } other)
            _aliases[account.Key] = other;
        return account.AliasOf is not null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "limits.unreturned {Connection} {Reason}: tried again every second")]
    private static partial void Unreturned(ILogger log, string connection, string reason);

    [LoggerMessage(Level = LogLevel.Warning, Message = "limits.exhausted {Account}: JOOR answered 429 although the limits were kept; nothing before {Until}")]
    private static partial void Exhausted(ILogger log, string account, DateTimeOffset? until);

    [LoggerMessage(Level = LogLevel.Information, Message = "limits.merged {Alias}: JOOR counts it as account {Account}")]
    private static partial void Merged(ILogger log, string alias, string account);
}
