namespace JoorBus.Joor;

/// <summary>Answer of <see cref="IJoorLimits.EnterAsync"/>.</summary>
public abstract record JoorPermitAnswer
{
    private JoorPermitAnswer()
    {
    }

    /// <summary>It may go out now; the permit is given back when the attempt has ended, however it ended.</summary>
    public sealed record Granted(IJoorPermit Permit, int CreditsLeft) : JoorPermitAnswer;

    /// <summary>Nothing spent; not before <paramref name="Until"/>.</summary>
    public sealed record NotBefore(DateTimeOffset Until) : JoorPermitAnswer;

    /// <summary>The connection's options have a newer revision than the request's; nothing spent.</summary>
    public sealed record Outdated : JoorPermitAnswer;
}

/// <summary>The right to send one attempt.</summary>
public interface IJoorPermit
{
    /// <summary>Gives slot and endpoint back and tells what the attempt revealed. Called once; a holder that dies loses its permits by itself.</summary>
    ValueTask ReleaseAsync(JoorPermitEnd end);
}

/// <summary>What an attempt revealed about JOOR's limits.</summary>
public sealed record JoorPermitEnd
{
    /// <summary>True when any answer came: JOOR's window was open by then at the latest.</summary>
    public bool IsAnswered { get; init; }

    /// <summary>True when the request surely never reached JOOR: its credits are given back.</summary>
    public bool IsNeverSent { get; init; }

    /// <summary>JOOR's own id of the account it counted the request for (X-Throttling-Account-Id); null when it did not say.</summary>
    public string? RevealedAccount { get; init; }

    /// <summary>Set after a 429: how long nothing may be sent; null when JOOR did not say, then a whole window.</summary>
    public JoorExhausted? Exhausted { get; init; }
}

/// <summary>JOOR answered 429, with its Retry-After if it gave one.</summary>
public sealed record JoorExhausted(TimeSpan? RetryAfter);
