using JoorBus.Joor;

namespace JoorBus.Inventory.Pushing;

/// <summary>What follows from JOOR's answer to a request. Pure.</summary>
internal sealed record StockSettling
{
    /// <summary>After as many unconfirmed attempts an entry waits for a person.</summary>
    public const int MostAttempts = 5;

    private static readonly TimeSpan UnconfirmedWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseAfterDenial = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    public required PushState State { get; init; }

    public required IReadOnlyList<SettledEntry> Entries { get; init; }

    /// <summary>Nothing is sent for this connection before; null goes on.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Why not everything passed.</summary>
    public string? Reason { get; init; }

    /// <summary>The request as a whole was refused without naming an entry: its halves tell which it was.</summary>
    public bool IsWholeRefused { get; init; }

    /// <summary>The request may have had its effect.</summary>
    public bool MayHaveEffect => State is not PushState.Refused;

    public static StockSettling Of(
        string connection, Guid pushId, PushKind kind, IReadOnlyList<ClaimedEntry> claimed, JoorAnswer<JoorStockResult> answer, int failures, DateTimeOffset now)
    {
        return answer switch
        {
            JoorAnswer<JoorStockResult>.Accepted(var result, _) => Accepted(result),
            JoorAnswer<JoorStockResult>.Refused when claimed.Count == 1 && kind != PushKind.Overwrite => All(PushState.Refused, EntryOutcome.Refused, null),
            JoorAnswer<JoorStockResult>.Refused => All(PushState.Refused, EntryOutcome.Unsent, null) with { IsWholeRefused = true },
            JoorAnswer<JoorStockResult>.Throttled throttled => All(PushState.Refused, EntryOutcome.Unsent, Later(throttled.Until, now)),
            JoorAnswer<JoorStockResult>.Unauthorised or JoorAnswer<JoorStockResult>.NotFound => All(PushState.Refused, EntryOutcome.Unsent, now + PauseAfterDenial),
            JoorAnswer<JoorStockResult>.Unreachable => All(PushState.Refused, EntryOutcome.Unsent, now + BackOff(failures)),
            _ => All(PushState.Unknown, EntryOutcome.Unknown, now + BackOff(failures)),
        };

        StockSettling All(PushState state, EntryOutcome outcome, DateTimeOffset? pausedUntil)
        {
            var reason = answer.Explain();
            return new StockSettling
            {
                State = state,
                Entries = [.. claimed.Select(entry => Settled(entry, outcome) with { Answer = reason, LogId = answer.LogId })],
                PausedUntil = pausedUntil,
                Reason = reason,
            };
        }

        StockSettling Accepted(JoorStockResult result)
        {
            var entries = claimed.Select((entry, at) => Entry(entry, result.Items[at])).ToList();
            var refused = entries.Count(entry => entry.Outcome is not EntryOutcome.Passed);
            return new StockSettling
            {
                State = refused == 0 ? PushState.Settled : PushState.PartlyRefused,
                Entries = entries,
                Reason = refused == 0 ? null : $"JOOR did not take {refused} of {claimed.Count} entries",
            };
        }

        SettledEntry Entry(ClaimedEntry entry, JoorStockAnswer said)
        {
            var isLast = entry.Attempts + 1 >= MostAttempts;
            var outcome = said.Outcome switch
            {
                JoorStockOutcome.Passed => EntryOutcome.Passed,
                JoorStockOutcome.Failed => kind == PushKind.Overwrite ? EntryOutcome.GivenUp : EntryOutcome.Refused,
                _ => isLast ? EntryOutcome.GivenUp : EntryOutcome.Unconfirmed,
            };
            return Settled(entry, outcome) with
            {
                Answer = said.Entry?.Status ?? (outcome == EntryOutcome.Passed ? null : $"JOOR did not confirm it, attempt {entry.Attempts + 1} of {MostAttempts}"),
                LogId = said.Entry?.LogId,
                NextAttemptAt = outcome == EntryOutcome.Unconfirmed ? now + (UnconfirmedWait * Math.Pow(2, entry.Attempts)) : null,
            };
        }

        SettledEntry Settled(ClaimedEntry entry, EntryOutcome outcome) => new(connection, pushId, entry, outcome, now);
    }

    /// <summary>1 s, doubled with each failure in a row, to 5 min.</summary>
    internal static TimeSpan BackOff(int failures)
    {
        var wait = TimeSpan.FromSeconds(Math.Pow(2, Math.Clamp(failures, 0, 20)));
        return wait < LongestPause ? wait : LongestPause;
    }

    private static DateTimeOffset Later(DateTimeOffset until, DateTimeOffset now) => until > now.AddSeconds(1) ? until : now.AddSeconds(1);
}
