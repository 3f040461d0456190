namespace JoorBus.Joor;

/// <summary>Who of those that wait could go now, in order: priority, then arrival. Each holds up only those behind it that want the thing it lacks.</summary>
internal sealed class JoorQueueing(JoorLimitState state, JoorLimitOptions options, DateTimeOffset now)
{
    private readonly HashSet<string> _endpoints = [.. state.Account.UnderWay.Select(permit => permit.Endpoint).OfType<string>()];
    private readonly bool _isClosed = JoorWindows.ClosedUntil(state.Account, options, now) is not null;
    private int _credits = JoorWindows.Total(state.Account);
    private int _slots = state.Group.Concurrency - state.Group.UnderWay.Count;
    private bool _areCreditsWanted;

    /// <summary>Each waiter with what it lacks, null where it may go. Those whose other half is not known here are left out while they lack that half.</summary>
    public IEnumerable<(JoorWaiter Waiter, JoorLack? Lacks)> InOrder(JoorWaiter? asking)
    {
        var waiters = state.Account.Waiters
            .Concat(state.Group.Waiters.Where(waiter => waiter.Account != state.Account.Key))
            .Where(waiter => waiter.Id != asking?.Id && waiter.GivesUpAt > now);
        foreach (var waiter in (asking is null ? waiters : waiters.Append(asking))
            .OrderBy(waiter => waiter.Priority).ThenBy(waiter => waiter.Arrived).ThenBy(waiter => waiter.Id, StringComparer.Ordinal))
        {
            if (waiter.Account != state.Account.Key)
                TakeSlotFor(waiter);
            else if (waiter.Group == state.Group.Key)
                yield return (waiter, Take(waiter));
            else if (waiter.Lacks == JoorLack.Slot)
                KeepingEndpoint(waiter, JoorLack.Slot);
            else
                yield return (waiter, TakeCredits(waiter));
        }
    }

    // Of another account: whether its credits suffice is written there.
    private void TakeSlotFor(JoorWaiter waiter)
    {
        if (waiter.Lacks == JoorLack.Slot)
            _slots--;
    }

    private JoorLack? Take(JoorWaiter waiter)
    {
        if (IsTaken(waiter.Endpoint))
            return JoorLack.Endpoint;
        if (_slots <= 0)
            return KeepingEndpoint(waiter, JoorLack.Slot);
        var lacks = TakeCredits(waiter);
        _slots -= lacks is null ? 1 : 0;
        return lacks;
    }

    private JoorLack? TakeCredits(JoorWaiter waiter)
    {
        if (IsTaken(waiter.Endpoint))
            return JoorLack.Endpoint;
        _areCreditsWanted |= _isClosed || _credits + waiter.Credits > JoorWindows.Usable(state.Account, options, waiter.Priority);
        if (_areCreditsWanted)
            return KeepingEndpoint(waiter, JoorLack.Credits);
        _credits += waiter.Credits;
        return KeepingEndpoint(waiter, null);
    }

    private bool IsTaken(string? endpoint) => endpoint is not null && _endpoints.Contains(endpoint);

    // Kept even for one that lacks something else: were it given away each time, the two would never be free together.
    private JoorLack? KeepingEndpoint(JoorWaiter waiter, JoorLack? lacks)
    {
        if (waiter.Endpoint is { } endpoint)
            _endpoints.Add(endpoint);
        return lacks;
    }
}
