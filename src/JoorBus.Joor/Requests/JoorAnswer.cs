using System.Globalization;

namespace JoorBus.Joor;

/// <summary>Every way a request to JOOR can end. Outcomes are values: only cancellation by the caller throws.</summary>
public abstract record JoorAnswer<T>
{
    private JoorAnswer()
    {
    }

    /// <summary>Verb, address without query, and connection.</summary>
    public string Where { get; init; } = "";

    /// <summary>JOOR's log_id, to quote to JOOR's support; null when the answer had none.</summary>
    public string? LogId { get; init; }

    /// <summary>JOOR's id of the account it counted the request for (X-Throttling-Account-Id); null when it did not say.</summary>
    public string? CountedAccount { get; init; }

    /// <summary>HTTP status of the last attempt; null when no answer came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>Credits of all attempts together.</summary>
    public int CreditsSpent { get; init; }

    /// <summary>One or two sentences: what happened, where, what to do.</summary>
    public abstract string Explain();

    /// <summary>JOOR did it.</summary>
    public sealed record Accepted(T Value, int CreditsLeft) : JoorAnswer<T>
    {
        public override string Explain() => $"{Where}: accepted, {CreditsLeft} credits left.";
    }

    /// <summary>JOOR said no, with its own words, and the field where it named one.</summary>
    public sealed record Refused(string Reason, string? Field = null) : JoorAnswer<T>
    {
        /// <summary>False when it was refused before it was sent, because JOOR documents that it would.</summary>
        public bool IsSent { get; init; } = true;

        public override string Explain() => !IsSent
            ? $"{Where}: not sent, {Reason}."
            : $"{Where}: JOOR refused it: {Reason}. Change what is asked for; the same request will be refused again{Quote()}.";
    }

    /// <summary>No credits before <paramref name="Until"/>. Not <paramref name="ByJoor"/>: nothing was sent.</summary>
    public sealed record Throttled(DateTimeOffset Until, bool ByJoor) : JoorAnswer<T>
    {
        public override string Explain() => ByJoor
            ? $"{Where}: JOOR answered 429, its request limit is used up; nothing is sent before {Time}. Another program may use the same account."
            : $"{Where}: not sent, this account's request credits are used up until {Time}.";

        private string Time => Until.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }

    /// <summary>JOOR does not accept the credentials, or they lack the right.</summary>
    public sealed record Unauthorised(string Reason) : JoorAnswer<T>
    {
        /// <summary>What was refused.</summary>
        public JoorDenial Denial { get; init; } = JoorDenial.Token;

        /// <summary>True when JOOR knows who asks and does not allow it (403).</summary>
        public bool IsForbidden => Denial == JoorDenial.Right;

        public override string Explain() => Denial switch
        {
            JoorDenial.Right => $"{Where}: JOOR does not allow it: {Reason}. Ask JOOR to give this connection's user or token the right, or use another{Quote()}.",
            JoorDenial.Login => $"{Where}: JOOR refused the login: {Reason}. Check the connection's ClientId, ClientSecret, Username and Password, and that they belong to this environment.",
            JoorDenial.Missing => $"{Where}: not sent: {Reason}.",
            _ => $"{Where}: JOOR refused the token: {Reason}. Check the connection's Token and that it belongs to this environment (sandbox and production tokens differ){Quote()}.",
        };
    }

    /// <summary>JOOR has nothing at this address.</summary>
    public sealed record NotFound : JoorAnswer<T>
    {
        /// <summary>JOOR's words, empty when it had none.</summary>
        public string Words { get; init; } = "";

        public override string Explain() => Words.Length == 0
            ? $"{Where}: JOOR answered 404, nothing is there. Check the connection's BaseUrl and Environment{Quote()}."
            : $"{Where}: JOOR answered 404: \"{Words}\"{Quote()}.";
    }

    /// <summary>Never sent.</summary>
    public sealed record Unreachable(string Reason, JoorObstacle Obstacle = JoorObstacle.Network) : JoorAnswer<T>
    {
        public override string Explain() => $"{Where}: not sent, JOOR cannot be reached: {Reason}.";
    }

    /// <summary>Sent, but no whole answer came: it may or may not have taken effect.</summary>
    public sealed record OutcomeUnknown(string Reason) : JoorAnswer<T>
    {
        public override string Explain() => $"{Where}: sent, outcome unknown: {Reason}. Read JOOR's state before sending anything that has an effect again.";
    }

    /// <summary>JOOR failed (5xx).</summary>
    public sealed record Failed(int Status, string Reason) : JoorAnswer<T>
    {
        public override string Explain() => $"{Where}: JOOR failed with {Status}: {Reason}. Try later; see https://status.joor.com if it lasts{Quote()}.";
    }

    /// <summary>A whole answer came that cannot be read.</summary>
    public sealed record Unreadable(string Reason, string Excerpt) : JoorAnswer<T>
    {
        public override string Explain() => $"{Where}: the answer cannot be read: {Reason}. It starts: \"{Excerpt}\".";
    }

    /// <summary>The same outcome of a request for something else. Only for outcomes without a value.</summary>
    internal JoorAnswer<TOther> Of<TOther>()
    {
        JoorAnswer<TOther> other = this switch
        {
            Refused refused => new JoorAnswer<TOther>.Refused(refused.Reason, refused.Field) { IsSent = refused.IsSent },
            Throttled throttled => new JoorAnswer<TOther>.Throttled(throttled.Until, throttled.ByJoor),
            Unauthorised denied => new JoorAnswer<TOther>.Unauthorised(denied.Reason) { Denial = denied.Denial },
            NotFound nothing => new JoorAnswer<TOther>.NotFound { Words = nothing.Words },
            Unreachable away => new JoorAnswer<TOther>.Unreachable(away.Reason, away.Obstacle),
            OutcomeUnknown unknown => new JoorAnswer<TOther>.OutcomeUnknown(unknown.Reason),
            Failed failed => new JoorAnswer<TOther>.Failed(failed.Status, failed.Reason),
            Unreadable unreadable => new JoorAnswer<TOther>.Unreadable(unreadable.Reason, unreadable.Excerpt),
            _ => throw new InvalidOperationException("An accepted answer has a value of its own type."),
        };
        return other with { Where = Where, LogId = LogId, CountedAccount = CountedAccount, HttpStatus = HttpStatus, CreditsSpent = CreditsSpent };
    }

    private string Quote() => LogId is null ? "" : $" (JOOR log id {LogId})";
}
