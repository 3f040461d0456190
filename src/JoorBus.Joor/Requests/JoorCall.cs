namespace JoorBus.Joor;

/// <summary>One request on its way through the door, over all its attempts.</summary>
internal sealed class JoorCall<T>(JoorRequest request, Func<JoorBody, JoorAnswer<T>> read, JoorDeadline deadline)
{
    public JoorRequest Request => request;

    public Func<JoorBody, JoorAnswer<T>> Read => read;

    public JoorDeadline Deadline => deadline;

    public int Attempts { get; private set; }

    public int CreditsSpent { get; private set; }

    /// <summary>The access token that JOOR refused: one new login is asked for, once.</summary>
    public string? RefusedToken { get; private set; }

    public JoorAttempt<T>? Last { get; private set; }

    /// <summary>Verb, address and connection, of the last attempt's settings.</summary>
    public string? Where { get; private set; }

    public string Describe(JoorConnection connection) => Where ??= connection.Describe(request);

    /// <summary>Counts what was tried; being held is no attempt.</summary>
    public JoorAttempt<T> Ended(JoorAttempt<T> attempt)
    {
        Attempts += attempt.End is JoorAttemptEnd.Held or JoorAttemptEnd.Outdated ? 0 : 1;
        CreditsSpent += attempt.CreditsSpent;
        RefusedToken ??= attempt.RefusedToken;
        return Last = attempt;
    }
}

/// <summary>One attempt's permit and connection, and what it has found out so far.</summary>
internal sealed class JoorPass(JoorConnection connection, int credits, int creditsLeft)
{
    public JoorConnection Connection => connection;

    public int Credits => credits;

    public int CreditsLeft => creditsLeft;

    public bool IsAnswered { get; set; }

    public string? CountedAccount { get; set; }

    public JoorExhausted? Exhausted { get; set; }

    /// <summary>Null attempt: it was cancelled or failed by a fault of ours, and may have been sent.</summary>
    public JoorPermitEnd End(JoorAttempt? attempt) => new()
    {
        // A proxy answers, too; only what JOOR itself said tells that it had counted the request by then.
        IsAnswered = IsAnswered && (CountedAccount is not null || attempt is { IsByJoor: true }),
        IsNeverSent = attempt is not null && !IsAnswered && JoorRepeatRules.IsNeverSent(attempt.End),
        RevealedAccount = CountedAccount,
        Exhausted = Exhausted,
    };
}
