namespace JoorBus.Joor;

/// <summary>How one attempt ended, whatever it asked for.</summary>
internal abstract record JoorAttempt(JoorAttemptEnd End)
{
    public int CreditsSpent { get; init; }

    public int? CreditsLeft { get; init; }

    /// <summary>Null when no answer came.</summary>
    public int? Status { get; init; }

    /// <summary>The access token that JOOR refused; null otherwise.</summary>
    public string? RefusedToken { get; init; }

    /// <summary>The answer has the form of JOOR's own.</summary>
    public abstract bool IsByJoor { get; }

    /// <summary>Why it failed, as a part of a sentence; null when JOOR answered.</summary>
    public abstract string? Cause { get; }

    /// <summary>No time is left for another attempt.</summary>
    public bool IsLast { get; init; }
}

/// <summary>The same with its outcome.</summary>
internal sealed record JoorAttempt<T>(JoorAnswer<T> Answer, JoorAttemptEnd End) : JoorAttempt(End)
{
    public override bool IsByJoor => Answer is JoorAnswer<T>.Accepted || Answer.LogId is not null;

    public override string? Cause => Answer switch
    {
        JoorAnswer<T>.Unreachable away => away.Reason,
        JoorAnswer<T>.OutcomeUnknown unknown => unknown.Reason,
        JoorAnswer<T>.Failed failed => $"JOOR failed with {failed.Status}: {failed.Reason}",
        _ => null,
    };
}

/// <summary>What an attempt's end means for repeating it and for the breaker.</summary>
internal enum JoorAttemptEnd
{
    /// <summary>JOOR answered, and asking again would bring the same.</summary>
    Answered,

    /// <summary>JOOR answered 5xx.</summary>
    Failed,

    /// <summary>JOOR answered 401 to a token that a new login may replace.</summary>
    TokenRefused,

    /// <summary>Sent; the connection broke before a whole answer came.</summary>
    Lost,

    /// <summary>Sent; no whole answer in time.</summary>
    TimedOut,

    /// <summary>Surely never sent: name, network, proxy or login failed for a moment.</summary>
    NeverSent,

    /// <summary>Surely never sent: TLS failed, and would again.</summary>
    TlsFailed,

    /// <summary>Not tried: no credits, a pause after failures, no credentials or none that JOOR takes, or no such connection.</summary>
    Held,

    /// <summary>Not tried: the options are older than the stored ones.</summary>
    Outdated,
}
