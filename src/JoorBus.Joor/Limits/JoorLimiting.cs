namespace JoorBus.Joor;

/// <summary>JOOR's limits as pure functions over their state; the callers keep the state, in memory or in a database row.</summary>
public static class JoorLimiting
{
    /// <summary>Grants, or puts the waiter in line (again): its place is that of its priority and arrival.</summary>
    public static (JoorLimitState State, JoorLimitDecision Decision) Enter(JoorLimitState state, JoorWaiter waiter, JoorLimitOptions options, DateTimeOffset now)
    {
        // Granted before without the asker having heard of it, it was never used.
        state = Leave(state, waiter.Id, new JoorPermitEnd { IsNeverSent = true }, options, now);
        state = state with { Group = state.Group with { Concurrency = waiter.Concurrency } };
        var known = state.Account.Waiters.FirstOrDefault(other => other.Id == waiter.Id);
        waiter = known is null ? waiter : waiter with { Arrived = known.Arrived };
        var lacks = new JoorQueueing(state, options, now).InOrder(waiter).First(place => place.Waiter.Id == waiter.Id).Lacks;
        state = Withdraw(state, waiter.Id);
        return lacks is { } lack
            ? (Await(state, waiter with { Lacks = lack }), new JoorLimitDecision.Wait(lack, lack == JoorLack.Credits ? Hint(state.Account, waiter, options, now) : null))
            : Grant(state, waiter, options, now);
    }

    /// <summary>Ends a permit that <see cref="Enter"/> granted. Of an unknown one only what JOOR said is kept.</summary>
    public static JoorLimitState Leave(JoorLimitState state, string permit, JoorPermitEnd end, JoorLimitOptions options, DateTimeOffset now)
    {
        state = Settle(state, options, now);
        var account = state.Account;
        if (account.UnderWay.FirstOrDefault(other => other.Id == permit) is { } spending)
            account = end.IsNeverSent ? JoorWindows.Undo(account, spending) : JoorWindows.End(account, spending, end.IsAnswered, options, now);
        if (end.Exhausted is { } exhausted)
            account = Exhaust(account, exhausted, options, now);
        return new(account, state.Group with { UnderWay = [.. state.Group.UnderWay.Where(slot => slot.Id != permit)] });
    }

    /// <summary>Gives a place in line up.</summary>
    public static JoorLimitState Withdraw(JoorLimitState state, string waiter) =>
        state.Account.Waiters.Concat(state.Group.Waiters).All(other => other.Id != waiter) ? state : new(
            state.Account with { Waiters = Except(state.Account.Waiters, waiter) },
            state.Group with { Waiters = Except(state.Group.Waiters, waiter) });

    /// <summary>Takes back what dead processes held. What they sent may still reach JOOR, so its credits stay spent.</summary>
    public static JoorLimitState Sweep(JoorLimitState state, IReadOnlySet<int> dead, JoorLimitOptions options, DateTimeOffset now)
    {
        var account = state.Account with { SweptAt = now, Waiters = [.. state.Account.Waiters.Where(waiter => !dead.Contains(waiter.Holder))] };
        foreach (var lost in account.UnderWay.Where(permit => dead.Contains(permit.Holder)))
            account = JoorWindows.End(account, lost, isAnswered: false, options, now);
        return new(account, state.Group with
        {
            UnderWay = [.. state.Group.UnderWay.Where(slot => !dead.Contains(slot.Holder))],
            Waiters = [.. state.Group.Waiters.Where(waiter => !dead.Contains(waiter.Holder))],
        });
    }

    /// <summary>Those in line who could go now, best first: to be woken. Whether they may, they learn by entering again.</summary>
    public static IReadOnlyList<JoorWaiter> Ready(JoorLimitState state, JoorLimitOptions options, DateTimeOffset now) =>
        state.Account.Waiters.Count + state.Group.Waiters.Count == 0 ? [] :
        [
            .. new JoorQueueing(Settle(state, options, now), options, now).InOrder(null).Where(place => place.Lacks is null).Select(place => place.Waiter),
            // Slots of the group may be what these lack; their credits are not seen from here.
            .. state.Group.Waiters.Where(waiter => waiter.Account != state.Account.Key && waiter.Lacks == JoorLack.Slot),
        ];

    /// <summary>JOOR counts both keys as one account: all of the first goes over to the second.</summary>
    public static (JoorAccountState Alias, JoorAccountState Account) Merge(JoorAccountState alias, JoorAccountState account, JoorLimitOptions options, DateTimeOffset now)
    {
        alias = JoorWindows.Settle(alias, options, now);
        account = JoorWindows.Settle(account, options, now);
        var joined = JoorWindows.Join(alias, account, options, now);
        return (new() { Key = alias.Key, AliasOf = account.Key }, joined with
        {
            Waiters = [.. account.Waiters, .. alias.Waiters.Select(waiter => waiter with { Account = account.Key })],
            BlockedUntil = alias.BlockedUntil > account.BlockedUntil || account.BlockedUntil is null ? alias.BlockedUntil : account.BlockedUntil,
            Defects = alias.Defects + account.Defects,
        });
    }

    /// <summary>The other half of <see cref="Merge"/>: waiters in groups name the account that JOOR revealed.</summary>
    public static JoorGroupState Rename(JoorGroupState group, string alias, string account) =>
        group.Waiters.All(waiter => waiter.Account != alias) ? group
            : group with { Waiters = [.. group.Waiters.Select(waiter => waiter.Account == alias ? waiter with { Account = account } : waiter)] };

    /// <summary>What screens show of an account.</summary>
    public static JoorLimitReading Read(JoorAccountState account, JoorLimitOptions options, DateTimeOffset now)
    {
        account = JoorWindows.Settle(account, options, now);
        return new()
        {
            Account = account.Key,
            CreditsLeft = options.CreditsPerWindow - JoorWindows.Total(account),
            LeftBesideOrders = Math.Max(0, JoorWindows.Usable(account, options, JoorPriority.Stock) - JoorWindows.Total(account)),
            RefillsIn = JoorWindows.FreeAt(account, options, 1) - now,
            BlockedFor = account.BlockedUntil > now ? account.BlockedUntil - now : null,
            Waiting = account.Waiters.Count(waiter => waiter.GivesUpAt > now),
            UnderWay = account.UnderWay.Count,
            Defects = account.Defects,
        };
    }

    private static JoorLimitState Settle(JoorLimitState state, JoorLimitOptions options, DateTimeOffset now)
    {
        var account = JoorWindows.Settle(state.Account, options, now);
        var group = state.Group;
        return new(
            account.Waiters.All(waiter => waiter.GivesUpAt > now) ? account : account with { Waiters = [.. account.Waiters.Where(waiter => waiter.GivesUpAt > now)] },
            group with
            {
                UnderWay = [.. group.UnderWay.Where(slot => !JoorWindows.IsForgotten(slot.Until, now))],
                Waiters = [.. group.Waiters.Where(waiter => waiter.GivesUpAt > now)],
            });
    }

    private static (JoorLimitState, JoorLimitDecision) Grant(JoorLimitState state, JoorWaiter waiter, JoorLimitOptions options, DateTimeOffset now)
    {
        var account = JoorWindows.Grant(state.Account, waiter, options, now);
        var slot = new JoorSlot { Id = waiter.Id, Holder = waiter.Holder, Connection = waiter.Connection, Revision = waiter.Revision, Until = now + waiter.LongestAttempt };
        return (new(account, state.Group with { UnderWay = [.. state.Group.UnderWay, slot] }), new JoorLimitDecision.Granted(options.CreditsPerWindow - JoorWindows.Total(account)));
    }

    private static JoorLimitState Await(JoorLimitState state, JoorWaiter waiter) => new(
        state.Account with { Waiters = [.. state.Account.Waiters, waiter] },
        state.Group with { Waiters = [.. state.Group.Waiters, waiter] });

    private static DateTimeOffset? Hint(JoorAccountState account, JoorWaiter waiter, JoorLimitOptions options, DateTimeOffset now) =>
        JoorWindows.ClosedUntil(account, options, now)
        ?? JoorWindows.FreeAt(account, options, JoorWindows.Total(account) + waiter.Credits - JoorWindows.Usable(account, options, waiter.Priority));

    // JOOR's count and ours differ, so its window may be elsewhere; what is known to be spent stays spent.
    private static JoorAccountState Exhaust(JoorAccountState account, JoorExhausted exhausted, JoorLimitOptions options, DateTimeOffset now)
    {
        var until = now + (exhausted.RetryAfter ?? options.Window) + options.Lag;
        account = JoorWindows.Forget(account, options);
        return account with { Defects = account.Defects + 1, BlockedUntil = account.BlockedUntil > until ? account.BlockedUntil : until };
    }

    private static JoorWaiter[] Except(IReadOnlyList<JoorWaiter> waiters, string id) => [.. waiters.Where(waiter => waiter.Id != id)];
}
