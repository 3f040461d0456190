namespace JoorBus.Joor;

/// <summary>
/// What JOOR may have counted. JOOR's window is fixed and opens when it receives its first request, which no client sees; so a
/// request counts here from its grant until every window of JOOR's that may hold it is over. That is one window after the first
/// answer for all that surely fell into the same window, and one window after the own answer for the rest.
/// </summary>
internal static class JoorWindows
{
    /// <summary>An attempt that has not been given back so long after its end never will be.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(60);

    /// <summary>Late credits whose last moments lie this part of a window apart are remembered as one.</summary>
    private const int Grain = 16;

    /// <summary>A gap is waited out when it is shorter than this part of a window; what went out in it would blur the next window.</summary>
    private const int ShortGap = 20;

    /// <summary>The account without what is over by now.</summary>
    public static JoorAccountState Settle(JoorAccountState account, JoorLimitOptions options, DateTimeOffset now)
    {
        foreach (var lost in account.UnderWay.Where(permit => IsForgotten(permit.Until, now)))
            account = End(account, lost, isAnswered: false, options, now);
        if (account.Window is { } window && now >= End(window, options))
            account = Close(account, window, options);
        return account.Late.Any(late => IsOver(late, options, now))
            ? account with { Late = [.. account.Late.Where(late => !IsOver(late, options, now))] }
            : account;
    }

    public static bool IsForgotten(DateTimeOffset until, DateTimeOffset now) => until + Forgotten < now;

    /// <summary>Credits that JOOR may count in the window it has open.</summary>
    public static int Total(JoorAccountState account) =>
        (account.Window?.Spent ?? 0) + account.Late.Sum(late => late.Credits) + account.UnderWay.Sum(permit => permit.Credits);

    /// <summary>Credits that this priority may use in one window, less what is kept for order reading.</summary>
    public static int Usable(JoorAccountState account, JoorLimitOptions options, JoorPriority priority)
    {
        if (priority == JoorPriority.OrderReading)
            return options.CreditsPerWindow;
        var orders = (account.Window?.SpentOnOrders ?? 0) + account.UnderWay.Where(permit => permit.IsOrderReading).Sum(permit => permit.Credits);
        return options.CreditsPerWindow - Math.Max(0, options.ReservedForOrders - orders);
    }

    /// <summary>Until when nothing is granted, whatever is left; null when it is open.</summary>
    public static DateTimeOffset? ClosedUntil(JoorAccountState account, JoorLimitOptions options, DateTimeOffset now)
    {
        if (account.BlockedUntil > now)
            return account.BlockedUntil;
        if (account.Window is not { OpenedLatest: not null } window || now < window.OpenedEarliest + options.Window)
            return null;
        var end = End(window, options);
        return end - (window.OpenedEarliest + options.Window) <= options.Window / ShortGap ? end : null;
    }

    /// <summary>When <paramref name="missing"/> credits will have come back without anybody's doing; null when that depends on answers.</summary>
    public static DateTimeOffset? FreeAt(JoorAccountState account, JoorLimitOptions options, int missing)
    {
        var ends = account.Late.Select(late => (At: late.Latest + options.Window + options.Lag, late.Credits));
        if (account.Window is { OpenedLatest: not null } window)
            ends = ends.Append((End(window, options), window.Spent));
        foreach (var (at, credits) in ends.OrderBy(end => end.At))
        {
            missing -= credits;
            if (missing <= 0)
                return at;
        }
        return null;
    }

    public static JoorAccountState Grant(JoorAccountState account, JoorWaiter waiter, JoorLimitOptions options, DateTimeOffset now)
    {
        account = account.Window is null ? Open(account, options, now) : account;
        var isInWindow = account.Window is { } window && now < window.OpenedEarliest + options.Window;
        var permit = new JoorSpending
        {
            Id = waiter.Id,
            Holder = waiter.Holder,
            Credits = waiter.Credits,
            IsOrderReading = waiter.Priority == JoorPriority.OrderReading,
            Endpoint = waiter.Endpoint,
            Window = isInWindow ? account.Window!.Number : 0,
            Earliest = now,
            Until = now + waiter.LongestAttempt,
        };
        return account with { UnderWay = [.. account.UnderWay, permit] };
    }

    /// <summary>Takes a permit back that was, or may have been, sent.</summary>
    public static JoorAccountState End(JoorAccountState account, JoorSpending permit, bool isAnswered, JoorLimitOptions options, DateTimeOffset now)
    {
        account = Without(account, permit);
        var received = isAnswered || permit.Until < now ? now : permit.Until;
        if (account.Window is not { } window || window.Number != permit.Window)
            return AddLate(account, new(permit.Earliest, received, permit.Credits), options);
        var end = window.OpenedEarliest + options.Window;
        if (received >= end)
        {
            // Had it come before that end, it would be in the window; only later could it open the next one.
            var earliest = window.OpenedLatest is null ? permit.Earliest : end;
            return AddLate(account, new(earliest, received, permit.Credits), options);
        }
        return account with
        {
            Window = window with
            {
                OpenedLatest = window.OpenedLatest ?? (isAnswered ? now : null),
                ReceivedLatest = Later(received, window.ReceivedLatest),
                Spent = window.Spent + permit.Credits,
                SpentOnOrders = window.SpentOnOrders + (permit.IsOrderReading ? permit.Credits : 0),
            },
        };
    }

    /// <summary>Takes a permit back whose request never left: its credits are free again, and it opened nothing.</summary>
    public static JoorAccountState Undo(JoorAccountState account, JoorSpending permit)
    {
        account = Without(account, permit);
        var isUnopened = account.Window is { Spent: 0, OpenedLatest: null } window && account.UnderWay.All(other => other.Window != window.Number);
        return isUnopened ? account with { Window = null } : account;
    }

    /// <summary>The window is not where it was thought to be: what it held counts until it is over in any case.</summary>
    public static JoorAccountState Forget(JoorAccountState account, JoorLimitOptions options)
    {
        if (account.Window is not { } window)
            return account;
        account = account with { Window = null, UnderWay = [.. account.UnderWay.Select(permit => permit with { Window = 0 })] };
        return window.Spent == 0 ? account : AddLate(account, new(window.OpenedEarliest, window.ReceivedLatest, window.Spent), options);
    }

    /// <summary>Two accounts that are one to JOOR. Where their windows were opened apart, neither tells where JOOR's is.</summary>
    public static JoorAccountState Join(JoorAccountState one, JoorAccountState other, JoorLimitOptions options, DateTimeOffset now)
    {
        var number = Math.Max(one.Windows, other.Windows) + 1;
        var window = Join(one, other, number) is { } joined && now < joined.OpenedEarliest + options.Window ? joined : null;
        if (window is null)
            (one, other) = (Forget(one, options), Forget(other, options));
        return other with
        {
            Window = window,
            Windows = number,
            Late = [.. other.Late.Concat(one.Late).OrderBy(late => late.Latest)],
            UnderWay = [.. other.UnderWay.Concat(one.UnderWay).Select(permit => permit with { Window = window is null ? 0 : number })],
        };
    }

    // Known only where nothing older than the earlier of the two is left: then JOOR's opened with that one's first request.
    private static JoorWindow? Join(JoorAccountState one, JoorAccountState other, int number)
    {
        JoorWindow[] windows = [.. new[] { one.Window, other.Window }.OfType<JoorWindow>().OrderBy(window => window.OpenedEarliest)];
        if (one.Late.Count + other.Late.Count > 0 || windows.Length == 0)
            return null;
        var first = windows[0];
        if (one.UnderWay.Concat(other.UnderWay).Any(permit => permit.Earliest < first.OpenedEarliest))
            return null;
        return first with
        {
            Number = number,
            OpenedLatest = windows.Min(window => window.OpenedLatest),
            ReceivedLatest = windows.Max(window => window.ReceivedLatest),
            Spent = windows.Sum(window => window.Spent),
            SpentOnOrders = windows.Sum(window => window.SpentOnOrders),
        };
    }

    private static JoorAccountState Open(JoorAccountState account, JoorLimitOptions options, DateTimeOffset now)
    {
        var earliest = account.Late.Select(late => late.Earliest).Concat(account.UnderWay.Select(permit => permit.Earliest)).Append(now).Min();
        if (earliest + options.Window <= now)
            return account;
        var number = account.Windows + 1;
        return account with { Windows = number, Window = new() { Number = number, OpenedEarliest = earliest, ReceivedLatest = earliest } };
    }

    private static JoorAccountState Close(JoorAccountState account, JoorWindow window, JoorLimitOptions options)
    {
        if (window.OpenedLatest is null)
            return Forget(account, options);
        // Received before the window's end, they would be in it; so they can open the next one only after that.
        var end = window.OpenedEarliest + options.Window;
        return account with
        {
            Window = null,
            UnderWay = [.. account.UnderWay.Select(permit => permit.Window == window.Number ? permit with { Window = 0, Earliest = end } : permit)],
        };
    }

    private static JoorAccountState AddLate(JoorAccountState account, JoorLateCredits late, JoorLimitOptions options)
    {
        var grain = options.Window.Ticks / Grain;
        if (account.Late is [.., var last] && last.Latest.Ticks / grain == late.Latest.Ticks / grain)
        {
            var merged = new JoorLateCredits(Earlier(last.Earliest, late.Earliest), Later(last.Latest, late.Latest), last.Credits + late.Credits);
            return account with { Late = [.. account.Late.SkipLast(1), merged] };
        }
        return account with { Late = [.. account.Late, late] };
    }

    private static JoorAccountState Without(JoorAccountState account, JoorSpending permit) =>
        account with { UnderWay = [.. account.UnderWay.Where(other => other.Id != permit.Id)] };

    private static bool IsOver(JoorLateCredits late, JoorLimitOptions options, DateTimeOffset now) => late.Latest + options.Window + options.Lag <= now;

    private static DateTimeOffset End(JoorWindow window, JoorLimitOptions options) =>
        window.OpenedLatest is { } opened ? opened + options.Window + options.Lag : window.OpenedEarliest + options.Window;

    private static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
